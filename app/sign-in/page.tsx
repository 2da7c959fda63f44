import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Field } from '@/app/_kit/field'
import { Notice } from '@/app/_kit/notice'
import { PageTitle } from '@/app/_kit/page-title'
import { safeNext } from '@/lib/web/next-path'
import { getSignedIn } from '@/lib/web/session'

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getTranslations('signIn')
  return { title: t('title'), robots: { index: false } }
}

const ERRORS = ['wrong', 'many', 'disabled', 'late'] as const
const DONE = ['reset', 'joined'] as const
const among = <T extends string>(list: readonly T[], value: unknown) => list.find((item) => item === value)

export default async function SignIn({ searchParams }: PageProps<'/sign-in'>) {
  const { next, error, done, email } = await searchParams
  const t = await getTranslations('signIn')
  const failed = among(ERRORS, error)
  const went = among(DONE, done)
  const here = await getSignedIn()
  const path = safeNext(next)
  return (
    <div className="max-w-[26rem]">
      <PageTitle>{t('title')}</PageTitle>
      {failed ? <Notice title={t('failed')}>{t(failed)}</Notice> : null}
      {went ? <Notice>{t(`done_${went}`)}</Notice> : null}
      {path.includes('draft=') && !failed ? <Notice>{t('draftWaits')}</Notice> : null}
      {here ? (
        <p className="mb-5">
          {t.rich('already', {
            name: here.viewer.name,
            go: (text) => <Link href={path as '/'}>{text}</Link>,
          })}
        </p>
      ) : null}
      <form method="post" action="/sign-in/submit" className="grid gap-4">
        <input type="hidden" name="next" value={path} />
        <Field
          label={t('email')}
          name="email"
          type="email"
          autoComplete="username"
          required
          defaultValue={typeof email === 'string' ? email : undefined}
        />
        <Field
          label={t('password')}
          name="password"
          type="password"
          autoComplete="current-password"
          required
        />
        <div className="flex flex-wrap items-baseline gap-x-6 gap-y-2">
          <button type="submit" className="button">
            {t('submit')}
          </button>
          <Link href="/forgot">{t('forgot')}</Link>
        </div>
      </form>
      <p className="mt-6 text-muted">{t('invitationOnly')}</p>
    </div>
  )
}
