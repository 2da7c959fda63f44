import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Field } from '@/app/_kit/field'
import { Notice } from '@/app/_kit/notice'
import { PageTitle } from '@/app/_kit/page-title'
import { safeNext } from '@/lib/web/next-path'

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getTranslations('signIn')
  return { title: t('codeTitle'), robots: { index: false } }
}

export default async function SignInByCode({ searchParams }: PageProps<'/sign-in/code'>) {
  const { next, error } = await searchParams
  const t = await getTranslations('signIn')
  return (
    <div className="max-w-[26rem]">
      <PageTitle>{t('codeTitle')}</PageTitle>
      {error ? <Notice title={t('failed')}>{t(error === 'many' ? 'many' : 'codeWrong')}</Notice> : null}
      <p className="mb-5">{t('codeText')}</p>
      <form method="post" action="/sign-in/code/submit" className="grid gap-4">
        <input type="hidden" name="next" value={safeNext(next)} />
        <Field
          label={t('code')}
          hint={t('codeHint')}
          name="code"
          autoComplete="one-time-code"
          autoFocus
          required
          maxLength={40}
        />
        <div className="flex flex-wrap items-baseline gap-x-6 gap-y-2">
          <button type="submit" className="button">
            {t('submit')}
          </button>
          <Link href="/sign-in">{t('codeBack')}</Link>
        </div>
      </form>
      <p className="mt-6 text-muted">{t('codeLost')}</p>
    </div>
  )
}
