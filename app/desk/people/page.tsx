import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Field, Select } from '@/app/_kit/field'
import { HeadCell } from '@/app/_kit/head-cell'
import { Notice } from '@/app/_kit/notice'
import { PageTitle } from '@/app/_kit/page-title'
import { Section } from '@/app/_kit/section'
import { can } from '@/lib/domain/actor'
import { listOpenLinks, listPeople } from '@/lib/queries/users'
import { getDatabase } from '@/lib/web/database'
import { readSaid } from '@/lib/web/flash'
import { requireUser } from '@/lib/web/session'
import { NewLink } from './new-link'
import { OpenLinks } from './open-links'
import { Person } from './person'
import { RoleOptions } from './roles'

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getTranslations('people')
  return { title: t('title'), robots: { index: false } }
}

const SAID = ['role', 'disabled', 'enabled', 'revoked', 'stepOff'] as const

export default async function People() {
  const viewer = await requireUser('/desk/people')
  const t = await getTranslations('people')
  if (!can(viewer, 'administer', { kind: 'user' }))
    return (
      <>
        <PageTitle>{t('title')}</PageTitle>
        <p>{t('onlyAdmins')}</p>
      </>
    )
  const db = getDatabase()
  const [people, links] = await Promise.all([listPeople(db, viewer), listOpenLinks(db, viewer)])
  const { said, refusal, typed, link } = await readSaid()
  const went = SAID.find((key) => key === said)
  const atEmail = refusal?.field === 'email'
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      {went ? <Notice>{t(`said_${went}`)}</Notice> : null}
      {refusal ? <Notice title={t('refused')}>{atEmail ? null : refusal.sentence}</Notice> : null}
      {link ? <NewLink link={link} /> : null}
      <Section title={t('inviteTitle')}>
        <form
          method="post"
          action="/desk/people/invite"
          className="grid max-w-[48rem] items-end gap-4 sm:grid-cols-[1fr_1fr_auto]"
        >
          <Field
            label={t('email')}
            error={atEmail ? refusal.sentence : undefined}
            name="email"
            type="email"
            required
            maxLength={254}
            defaultValue={typed?.email}
          />
          <Select label={t('role')} name="role" defaultValue={typed?.role ?? 'editor'}>
            <RoleOptions />
          </Select>
          <button type="submit" className="button">
            {t('invite')}
          </button>
        </form>
      </Section>
      <Section title={t('openTitle')}>
        <OpenLinks links={links} />
      </Section>
      <Section title={t('peopleTitle')}>
        <div className="scroll-x">
          <table className="w-full max-sm:block">
            <caption className="sr-only">{t('peopleTitle')}</caption>
            <thead className="max-sm:sr-only">
              <tr>
                <HeadCell>{t('name')}</HeadCell>
                <HeadCell>{t('role')}</HeadCell>
                <HeadCell>{t('state')}</HeadCell>
                <HeadCell>{t('actions')}</HeadCell>
              </tr>
            </thead>
            <tbody className="max-sm:block">
              {people.map((person) => (
                <Person key={person.id} person={person} me={person.id === viewer.id} />
              ))}
            </tbody>
          </table>
        </div>
      </Section>
    </>
  )
}
