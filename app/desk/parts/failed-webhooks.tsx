import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Notice } from '@/app/_kit/notice'

/** Tells admins which addresses are no longer told of changes, because nothing went through. */
export function FailedWebhooks({ hooks }: { hooks: readonly { id: string; url: string }[] }) {
  const t = useTranslations('webhooks')
  if (hooks.length === 0) return null
  return (
    <Notice title={t('failedTitle')}>
      <ul>
        {hooks.map(({ id, url }) => (
          <li key={id}>
            <Link href={`/desk/webhooks/${id}` as '/'} className="break-all">
              {url}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
