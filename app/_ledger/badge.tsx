import { FAMILIES, type Status } from '@/lib/domain/sourcing/types'
import { FAMILY_TONE } from './family-tone'
import { StatusMark } from './status-mark'

/** What a status is called in the language of the page, with what stands beside it. */
export interface BadgeWords {
  status: string
  label: string
  /** Said beside the status of a claim that is denied. */
  denied: string | null
}

/** A status as mark and plain label, in words that are given; it asks for none, so it can be drawn anywhere. */
export function Badge({ status, label, denied, large = false }: BadgeWords & { large?: boolean }) {
  const known = status as Status
  return (
    <span className={`badge ${large ? 'text-lg' : ''}`}>
      <span className={FAMILY_TONE[FAMILIES[known]]}>
        <span className="badge-mark">
          <StatusMark status={known} size={large ? 19 : 15} />
        </span>
        <span>{label}</span>
      </span>
      {denied ? (
        <span className="text-small italic text-muted">
          <span aria-hidden="true">· </span>
          {denied}
        </span>
      ) : null}
    </span>
  )
}
