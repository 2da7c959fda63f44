/** What the one sentence says (§2.9), found in the sides of a claim. */
import type { Admitted } from './admit'
import { MET } from './backward'
import { smaller } from './order'
import type { Origin } from './origins'
import { NOBODY, type Parties, UNNAMED } from './parties'
import type { SideResult } from './side'
import type { Facts, Names, Status } from './types'

export interface Assessed {
  status: Status
  speechAct: string
  parties: Parties
  admitted: Admitted
  support: SideResult
  against: SideResult
  recanted: boolean
}

const namesIn = (labels: Iterable<string>): Names => {
  const names: string[] = []
  let unnamed = 0
  for (const label of labels) {
    if (label === UNNAMED) unnamed++
    else names.push(label)
  }
  return { names: names.length > 1 ? names.sort(smaller) : names, unnamed }
}

const namesOf = (origins: readonly Origin[]): Names => namesIn(origins.map((origin) => origin.label))

const recordsIn = ({ proven }: SideResult): Origin[] => proven.filter((origin) => origin.class === 'record')

/** Named speakers who do not say how they know. */
const unstated = ({ origins, proven }: SideResult): { who: Names; unnamedToo: boolean } => ({
  who: namesOf(origins.filter((origin) => origin.class === 'unproven' && origin.named)),
  unnamedToo: proven.length > 0,
})

const anonymous = ({ proven }: SideResult): Facts => {
  if (proven.length === 0) return { say: 'anonymous_unstated' }
  const vouched = proven.filter(({ key }) => key !== NOBODY).length
  const vouchedFor = vouched === proven.length ? 'all' : vouched > 0 ? 'some' : 'none'
  return { say: 'anonymous_only', sources: proven.length, vouchedFor }
}

/** Who the aligned part of a side comes from. */
const interested = ({ walks }: SideResult, parties: Parties): Names => {
  const labels = new Set<string>()
  for (const { ends, background } of walks)
    for (const end of ends)
      if (end.type === 'self' && !end.dropped) labels.add(parties.label(end.id, background))
  return namesIn(labels)
}

const contradicted = ({ parties, recanted, support, against }: Assessed): Facts => {
  const { maker, makerId } = parties
  if (recanted && makerId !== null)
    return { say: 'recanted', maker: maker?.kind === 'anonymous' ? null : parties.label(makerId, false) }
  if (against.tier === 2 && !against.hasProven('named'))
    return { say: 'contradicted_unstated', ...unstated(against) }
  const who = namesOf(against.proven)
  return { say: 'contradicted', contradicts: against.shown, who, supports: support.shown }
}

const unsourced = ({ parties, admitted, support }: Assessed): Facts => {
  // What covers a part is recorded too, and is not retracted.
  if ((admitted.retractedSupport || support.has(MET.dead)) && !admitted.partialSupport)
    return { say: 'retracted' }
  const { makerId } = parties
  return makerId === null ? { say: 'nobody' } : { say: 'own_word', maker: parties.label(makerId, false) }
}

/** What there is to say of a status. */
export const factsOf = (assessed: Assessed): Facts => {
  const { status, support, against, parties } = assessed
  switch (status) {
    case 'not_checkable':
      return { say: status, speechAct: assessed.speechAct }
    case 'contested':
      return { say: status, supports: support.shown, contradicts: against.shown }
    case 'contradicted':
      return contradicted(assessed)
    case 'documented': {
      const records = recordsIn(support)
      return { say: status, records: records.length, what: namesOf(records), sources: support.shown }
    }
    case 'corroborated':
      return { say: status, sources: support.shown, who: namesOf(support.proven) }
    case 'single_source':
      if (!support.hasProven('named')) return { say: 'single_unstated', ...unstated(support) }
      return { say: status, who: namesOf(support.proven) }
    case 'anonymous_only':
      return anonymous(support)
    case 'self_sourced':
      return { say: status, who: interested(support, parties) }
    case 'untraced':
      return { say: status, repeats: support.items.filter(({ met }) => met & MET.untraced).length }
    case 'circular':
      return { say: status }
    case 'unsourced':
      return unsourced(assessed)
  }
}
