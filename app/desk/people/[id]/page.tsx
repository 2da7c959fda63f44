import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { HeadCell } from '@/app/_kit/head-cell'
import { PageTitle } from '@/app/_kit/page-title'
import { Section } from '@/app/_kit/section'
import { Sideways } from '@/app/_kit/sideways'
import { Minute } from '@/app/_ledger/when'
import { deviceOf } from '@/app/desk/account/device'
import { getPerson } from '@/lib/queries/second-step'
import { getDatabase } from '@/lib/web/database'
import { requireUser } from '@/lib/web/session'

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getTranslations('people')
  return { title: t('personTitle'), robots: { index: false } }
}

const CELL = 'border-b border-rule py-1.5 pe-4 align-baseline'

/** Somebody's sign-ins and what happened to their account, for admins. */
export default async function PersonPage({ params }: PageProps<'/desk/people/[id]'>) {
  const { id } = await params
  const viewer = await requireUser(`/desk/people/${encodeURIComponent(id)}`)
  const person = await getPerson(getDatabase(), viewer, id)
  if (!person) notFound()
  const t = await getTranslations('people')
  const words = await getTranslations()
  const device = (userAgent: string | null) => {
    const found = deviceOf(userAgent)
    return found ? words('account.deviceOn', found) : words('account.unknownDevice')
  }
  return (
    <>
      <PageTitle aside={person.email}>{person.name}</PageTitle>
      <p className="mb-4">{t(person.secondStep ? 'hasStep' : 'hasNoStep')}</p>
      {person.secondStep ? (
        <form method="post" action="/desk/people/second-step">
          <input type="hidden" name="user" value={person.id} />
          <button type="submit" className="button button-quiet">
            {t('stepRemove')}
          </button>
        </form>
      ) : null}
      <Section title={t('signInsTitle')} note={t('signInsNote')}>
        {person.signIns.length === 0 ? <p className="text-muted">{t('signInsNone')}</p> : null}
        {person.signIns.length > 0 ? (
          <Sideways label={t('signInsTitle')}>
            <table className="w-full max-w-[48rem]">
              <thead>
                <tr>
                  <HeadCell>{t('when')}</HeadCell>
                  <HeadCell>{t('outcome')}</HeadCell>
                  <HeadCell>{t('network')}</HeadCell>
                  <HeadCell>{t('device')}</HeadCell>
                </tr>
              </thead>
              <tbody>
                {person.signIns.map(({ id, at, outcome, place, userAgent }) => (
                  <tr key={id}>
                    <td className={CELL}>
                      <Minute at={at} />
                    </td>
                    <td className={`${CELL} ${outcome === 'in' ? '' : 'font-medium'}`}>
                      {t(`outcome_${outcome}` as 'outcome_in')}
                    </td>
                    <td className={`${CELL} numbers`}>{place}</td>
                    <td className={CELL}>{device(userAgent)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Sideways>
        ) : null}
      </Section>
      <Section title={t('eventsTitle')}>
        <ol className="divide-y divide-rule/70">
          {person.events.map(({ id, at, kind, by, role }) => (
            <li key={id} className="py-1.5">
              {words(`history.${kind}` as 'history.user.joined', { actor: by })}
              {role ? <> ({t(`short_${role}` as 'short_admin')})</> : null}{' '}
              <span className="text-muted">
                <Minute at={at} />
              </span>
            </li>
          ))}
        </ol>
      </Section>
    </>
  )
}
