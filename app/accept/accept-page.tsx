import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Field } from '@/app/_kit/field'
import { Notice } from '@/app/_kit/notice'
import { PageTitle } from '@/app/_kit/page-title'
import { type LinkPurpose, PASSWORD_MAX, PASSWORD_MIN } from '@/lib/domain/input/account'
import { linkOf } from '@/lib/queries/users'
import { getDatabase } from '@/lib/web/database'
import { readSaid } from '@/lib/web/flash'

async function Gone() {
  const t = await getTranslations('account')
  const s = await getTranslations('signIn')
  return (
    <div className="max-w-[60ch]">
      <PageTitle>{t('linkGone')}</PageTitle>
      <p className="text-body">{t('linkGoneText')}</p>
      <p className="mt-4">
        <Link href="/sign-in">{s('title')}</Link>
      </p>
    </div>
  )
}

/** The page of an address that works once: who it is for, and the few fields that are missing. */
export async function AcceptPage({
  purpose,
  token,
  name,
}: {
  purpose: LinkPurpose
  token: string
  /** As whoever invited them wrote it; they may change it. */
  name?: string | string[]
}) {
  const link = await linkOf(getDatabase(), purpose, token)
  if (!link) return <Gone />
  const t = await getTranslations('account')
  const { refusal, typed } = await readSaid()
  const error = (field: string) => (refusal?.field === field ? refusal.sentence : undefined)
  const elsewhere = refusal && !['name', 'email', 'password'].includes(refusal.field ?? '')
  return (
    <div className="max-w-[26rem]">
      <PageTitle>{t(`${purpose}Title`)}</PageTitle>
      {elsewhere ? <Notice title={t('refused')}>{refusal.sentence}</Notice> : null}
      <p className="mb-5">
        {t(`${purpose}Text`, { role: link.role ?? '', email: link.email ?? '', name: link.name ?? '' })}
      </p>
      <form method="post" action="/accept" className="grid gap-4">
        <input type="hidden" name="purpose" value={purpose} />
        <input type="hidden" name="token" value={token} />
        {purpose === 'reset' ? null : (
          <Field
            label={t('name')}
            hint={t('nameHint')}
            error={error('name')}
            name="name"
            autoComplete="name"
            required
            maxLength={120}
            defaultValue={typed?.name ?? (typeof name === 'string' ? name.slice(0, 120) : undefined)}
          />
        )}
        {purpose === 'setup' ? (
          <Field
            label={t('email')}
            hint={t('emailHint')}
            error={error('email')}
            name="email"
            type="email"
            autoComplete="username"
            required
            maxLength={254}
            defaultValue={typed?.email}
          />
        ) : (
          // Password managers read from it whose password is being chosen.
          <input type="hidden" name="username" autoComplete="username" value={link.email ?? ''} readOnly />
        )}
        <Field
          label={t('password')}
          hint={t('passwordHint', { min: PASSWORD_MIN })}
          error={error('password')}
          name="password"
          type="password"
          autoComplete="new-password"
          required
          minLength={PASSWORD_MIN}
          maxLength={PASSWORD_MAX}
        />
        <div>
          <button type="submit" className="button">
            {t(`${purpose}Submit`)}
          </button>
        </div>
      </form>
    </div>
  )
}
