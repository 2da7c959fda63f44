import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { getSignedIn } from '@/lib/web/session'

/** At the end of the header: the way in, or whose desk it is and the way out. */
export async function AccountLinks() {
  const t = await getTranslations('signIn')
  const here = await getSignedIn()
  const plain = 'plain-link inline-block py-1'
  return (
    <div className="no-print flex flex-wrap items-baseline gap-x-4 text-small text-muted max-sm:ms-auto sm:text-apparatus">
      {here ? (
        <>
          <Link
            href={'/desk' as '/'}
            prefetch={false}
            className={`${plain} max-w-40 truncate`}
            aria-label={t('desk', { name: here.viewer.name })}
          >
            <bdi>{here.viewer.name}</bdi>
          </Link>
          <form method="post" action="/sign-out">
            <button type="submit" className="cursor-pointer py-1 hover:text-link hover:underline">
              {t('signOut')}
            </button>
          </form>
        </>
      ) : (
        <Link href="/sign-in" prefetch={false} className={plain}>
          {t('title')}
        </Link>
      )}
    </div>
  )
}
