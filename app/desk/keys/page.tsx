import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Notice } from '@/app/_kit/notice'
import { PageTitle } from '@/app/_kit/page-title'
import { Section } from '@/app/_kit/section'
import { can } from '@/lib/domain/actor'
import { listKeys } from '@/lib/queries/api-keys'
import { listPeople } from '@/lib/queries/users'
import { getDatabase } from '@/lib/web/database'
import { readSaid } from '@/lib/web/flash'
import { requireUser } from '@/lib/web/session'
import { KeyForm } from '../parts/key-form'
import { KeyTable } from '../parts/key-table'
import { NewSecret } from '../parts/new-secret'

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getTranslations('keys')
  return { title: t('allTitle'), robots: { index: false } }
}

export default async function AllKeys() {
  const viewer = await requireUser('/desk/keys')
  const t = await getTranslations('keys')
  if (!can(viewer, 'administer', { kind: 'user' }))
    return (
      <>
        <PageTitle>{t('allTitle')}</PageTitle>
        <p>{t('onlyAdmins')}</p>
      </>
    )
  const db = getDatabase()
  const [keys, people] = await Promise.all([listKeys(db, viewer, null), listPeople(db, viewer)])
  const { said, refusal, typed, secret } = await readSaid()
  const isForm = refusal?.field === 'name' || refusal?.field === 'scopes'
  return (
    <>
      <PageTitle>{t('allTitle')}</PageTitle>
      {said === 'key' ? <Notice>{t('revoked')}</Notice> : null}
      {refusal ? <Notice title={t('refused')}>{isForm ? null : refusal.sentence}</Notice> : null}
      {secret ? (
        <NewSecret
          title={t('newTitle', { name: secret.name })}
          text={t('newText')}
          value={secret.value}
          copy={t('copy')}
          copied={t('copied')}
        />
      ) : null}
      <p className="max-w-[65ch]">
        {t.rich('allNote', { link: (text) => <Link href={'/api' as '/'}>{text}</Link> })}
      </p>
      <Section title={t('title')}>
        <KeyTable keys={keys} revoke="/desk/keys/revoke" owners />
        <KeyForm
          action="/desk/keys/make"
          owners={people.filter(({ disabledAt }) => !disabledAt)}
          typed={typed?.keyName}
          error={refusal}
        />
      </Section>
    </>
  )
}
