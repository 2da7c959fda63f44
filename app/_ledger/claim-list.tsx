import { useTranslations } from 'next-intl'
import type { ClaimRow } from '@/lib/queries/views'
import { SpeakerName } from './names'
import { Statement } from './statement'
import { StatusBadge } from './status-badge'
import { When } from './when'

/** Claims as a reading list: the statement is the hero, the apparatus stands below it. */
export function ClaimList({
  claims,
  hideSpeaker = false,
}: {
  claims: readonly ClaimRow[]
  hideSpeaker?: boolean
}) {
  const t = useTranslations('claims')
  return (
    <ul className="divide-y divide-rule/70">
      {claims.map((claim) => (
        <li key={claim.slug} className="py-2.5">
          <StatusBadge status={claim.shownStatus} flags={claim.flags} />
          <Statement claim={claim} className="max-w-[70ch]" />
          <p className="mt-1.5 text-small text-muted">
            {hideSpeaker ? null : claim.speaker ? (
              <>
                <SpeakerName speaker={claim.speaker} brief />
                {' · '}
              </>
            ) : (
              `${t('nobody')} · `
            )}
            <When edtf={claim.saidOn} />
          </p>
        </li>
      ))}
    </ul>
  )
}
