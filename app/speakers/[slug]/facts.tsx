import { getTranslations } from 'next-intl/server'
import { Facts } from '@/app/_kit/facts'
import { SpeakerName } from '@/app/_ledger/names'
import { When } from '@/app/_ledger/when'
import type { RoleView, SpeakerPage, SpeakerRef } from '@/lib/queries/views'

const names = (speakers: readonly SpeakerRef[]) =>
  speakers.length > 0 && (
    <ul>
      {speakers.map((speaker) => (
        <li key={speaker.slug}>
          <SpeakerName speaker={speaker} brief />
        </li>
      ))}
    </ul>
  )

async function Role({ role }: { role: RoleView }) {
  const t = await getTranslations()
  const org: SpeakerRef = {
    type: 'speaker',
    kind: 'organization',
    headCount: null,
    vouchedBy: null,
    ...role.org,
  }
  return (
    <li>
      {role.ended ? `${t('speaker.former')} ` : ''}
      {role.title ?? t(`roleKind.${role.kind as 'other'}`)}
      {', '}
      <SpeakerName speaker={org} brief />
      {role.from || role.to ? (
        <span className="text-muted">
          {' ('}
          {role.from ? <When edtf={role.from} /> : null}
          {role.to ? (
            <>
              {' – '}
              <When edtf={role.to} />
            </>
          ) : null}
          {')'}
        </span>
      ) : null}
    </li>
  )
}

/** What is recorded of a speaker: roles over time, who vouches, who it cannot be independent of, doubts about who it is. */
export async function SpeakerFacts({ speaker }: { speaker: SpeakerPage }) {
  const t = await getTranslations()
  const { vouchedBy } = speaker
  return (
    <Facts
      className="mt-5"
      rows={[
        [
          t('speaker.roles'),
          speaker.roles.length > 0 && (
            <ul key="roles">
              {speaker.roles.map((role) => (
                <Role key={`${role.title}${role.org.slug}${role.from}`} role={role} />
              ))}
            </ul>
          ),
        ],
        [
          t('speaker.headCount'),
          speaker.headCount && (
            <span key="count">
              {speaker.headCount} <span className="text-muted">({t('speaker.headCountNote')})</span>
            </span>
          ),
        ],
        [
          t('speaker.voucher'),
          vouchedBy && (
            <SpeakerName
              key="voucher"
              speaker={{
                type: 'speaker',
                kind: 'organization',
                headCount: null,
                vouchedBy: null,
                ...vouchedBy,
              }}
            />
          ),
        ],
        [
          t('speaker.affiliation'),
          speaker.affiliationRef && <SpeakerName key="affiliation" speaker={speaker.affiliationRef} />,
        ],
        [t('speaker.anonymityReason'), speaker.anonymityReason],
        [t('speaker.mayOverlap'), names(speaker.mayOverlap)],
        [
          t('speaker.group'),
          speaker.group && (
            <div key="group">
              <bdi>{speaker.group.name}</bdi>
              {names(speaker.group.others)}
            </div>
          ),
        ],
        [
          t('speaker.people'),
          speaker.people.length > 0 && (
            <ul key="people">
              {speaker.people.map(({ person, title, ended }) => (
                <li key={person.slug}>
                  <SpeakerName speaker={person} brief />
                  <span className="text-muted">
                    {[ended ? t('speaker.former') : null, title].filter(Boolean).map((x) => `, ${x}`)}
                  </span>
                </li>
              ))}
            </ul>
          ),
        ],
        [t('speaker.vouchesFor'), names(speaker.vouchesFor)],
        [
          t('speaker.aliases'),
          speaker.aliases.length > 0 && (
            <ul key="aliases">
              {speaker.aliases.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          ),
        ],
        [
          t('speaker.identity'),
          speaker.identity.length > 0 && (
            <ul key="identity">
              {speaker.identity.map(({ kind, reason, other }) => (
                <li key={other.slug}>
                  {t(`identityKind.${kind as 'unsure'}`)} <SpeakerName speaker={other} brief />: {reason}
                </li>
              ))}
            </ul>
          ),
        ],
        [
          t('speaker.elsewhere'),
          speaker.sameAs.length > 0 && (
            <ul key="elsewhere">
              {speaker.sameAs.map((address) => (
                <li key={address} className="[overflow-wrap:anywhere]">
                  <a href={address} rel="noopener nofollow">
                    {address}
                  </a>
                </li>
              ))}
            </ul>
          ),
        ],
      ]}
    />
  )
}
