import type { ClaimRow, Rows } from '../../db/graph/rows'
import { dayBounds } from '../../domain/derived'
import { UNKNOWN_DAY } from '../../domain/edtf'
import type { ClaimPage } from '../views'

/** Whether a role may have been held on the days of the claim; unknown dates count as held, as in the rules (§2.4). */
const held = (role: { from: string | null; to: string | null; ended: boolean }, from: number, to: number) => {
  if (role.ended && !role.to) return false
  const start = dayBounds(role.from).from
  const end = dayBounds(role.to).to
  if (from === UNKNOWN_DAY) return true
  return (start === UNKNOWN_DAY || start <= to) && (end === UNKNOWN_DAY || end >= from)
}

/**
 * The role in which the speaker is shown: the one held for the organization spoken for, else one held then, else the
 * latest that had ended ("former special agent").
 */
export const roleThen = (rows: Rows, claim: ClaimRow): ClaimPage['roleThen'] => {
  const speaker = claim.speakerId ? rows.speakers.get(claim.speakerId) : undefined
  if (!speaker || speaker.kind !== 'person') return null
  const then = speaker.roles.filter((role) => held(role, claim.saidFrom, claim.saidTo))
  const role = then.find((r) => r.orgId === claim.capacityOrgId) ?? then[0] ?? speaker.roles[0]
  const org = role ? rows.speakers.get(role.orgId) : undefined
  if (!role || !org) return null
  return {
    title: role.title,
    kind: role.kind,
    org: { slug: org.slug, name: org.name },
    ended: !then.includes(role),
  }
}
