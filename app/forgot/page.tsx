import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Field } from '@/app/_kit/field'
import { Notice } from '@/app/_kit/notice'
import { PageTitle } from '@/app/_kit/page-title'
import { canMail } from '@/lib/web/mail'

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getTranslations('account')
  return { title: t('forgotTitle'), robots: { index: false } }
}

export default async function Forgot({ searchParams }: PageProps<'/forgot'>) {
  const t = await getTranslations('account')
  const s = await getTranslations('signIn')
  const { sent } = await searchParams
  const mails = canMail()
  return (
    <div className="max-w-[26rem]">
      <PageTitle>{t('forgotTitle')}</PageTitle>
      {mails && sent === '1' ? <Notice>{t('forgotSent')}</Notice> : null}
      <p className="mb-5">{t(mails ? 'forgotMail' : 'forgotAsk')}</p>
      {mails ? (
        <form method="post" action="/forgot/submit" className="mb-5 grid gap-4">
          <Field label={t('email')} name="email" type="email" autoComplete="username" required />
          <div>
            <button type="submit" className="button">
              {t('forgotSubmit')}
            </button>
          </div>
        </form>
      ) : null}
      <p>
        <Link href="/sign-in">{s('title')}</Link>
      </p>
    </div>
  )
}
