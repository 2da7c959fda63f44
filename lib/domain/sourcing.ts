/**
 * What a claim rests on, derived from what editors recorded: the sourcing rules, version 1. Pure and total: no clock,
 * no input or output, no randomness; the order of the input never matters, and no graph of that shape makes it throw.
 */
import { type Admitted, admit, type Item } from './sourcing/admit'
import { explain } from './sourcing/explain'
import { count, countedOf, isRoot, merge, type SideOrigins } from './sourcing/origins'
import { Parties } from './sourcing/parties'
import { findRings, openIds, timeInverted } from './sourcing/rings'
import { decide } from './sourcing/rules'
import { type Flag, type NotCounted, RULESET, type Side, type Sourcing, type SourcingGraph } from './sourcing/types'
import { carryBack, MET, metBy, Onward, type Walk, walk } from './sourcing/walk'

export type { Sourcing, SourcingGraph } from './sourcing/types'

const CHECKABLE = new Set(['assertion', 'denial', 'confirmation'])

const smaller = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Items that walk together: of one side, on or off background, and with one voucher for who must not be named. */
const groups = (items: readonly Item[], side: Side): Item[][] => {
  const found: Item[][] = []
  const byKind = new Map<string, Item[]>()
  for (const item of items) {
    if (item.side !== side) continue
    const kind = item.background ? `background ${item.voucher ?? ''}` : 'open'
    const group = byKind.get(kind)
    if (group) group.push(item)
    else {
      const fresh = [item]
      byKind.set(kind, fresh)
      found.push(fresh)
    }
  }
  return found
}

interface SideResult extends SideOrigins {
  walks: Walk[]
  /** What each item met, and whether it is one that an origin is counted through. */
  items: { item: Item; met: number; counted: boolean }[]
  self: boolean
  untraced: boolean
  circular: boolean
}

const walkSide = (
  side: Side,
  { items }: Admitted,
  graph: SourcingGraph,
  parties: Parties,
  onward: Onward,
  recanted: boolean,
): SideResult => {
  const walks = groups(items, side).map((group) => walk(graph, parties, onward, group, recanted))
  merge(walks, parties)
  const origins = count(walks)
  const through = new Set(origins.origins.map((origin) => origin.end.item))
  const result: SideResult = { ...origins, walks, items: [], self: false, untraced: false, circular: false }
  for (const self of walks) {
    carryBack(self, onward, parties)
    for (const item of self.items) {
      const met = metBy(self, item)
      result.items.push({ item, met, counted: through.has(item) })
      if (met & MET.self) result.self = true
      if (met & MET.untraced) result.untraced = true
      if (!(met & (MET.end | MET.dead))) result.circular = true
    }
  }
  return result
}

const NOTHING: SideResult = {
  origins: [],
  proven: [],
  tier: 0,
  shown: 0,
  walks: [],
  items: [],
  self: false,
  untraced: false,
  circular: false,
}

const hasRecanted = ({ walks }: SideResult): boolean =>
  walks.some(({ ends }) => ends.some((end) => end.isMaker && end.type === 'proven'))

/** Adverse roots count, and are flagged also where §2.3 merges or drops them; a recanting maker's apart. */
const adverse = (walks: readonly Walk[], except: (end: Walk['ends'][number]) => boolean): boolean =>
  walks.some(({ ends }) => ends.some((end) => isRoot(end) && end.adverse && !except(end)))

/**
 * Derives the sourcing of a claim from its graph.
 * @param graph the claim and what is recorded around it; missing optional fields have the defaults of rules.md §2
 * @returns status, rule, origins, tiers, flags, rings, the sentence, and what was and was not counted
 */
export const deriveSourcing = (graph: SourcingGraph): Sourcing => {
  const parties = new Parties(graph)
  const admitted = admit(graph, parties)
  const onward = new Onward(graph, parties)
  const has = (side: Side) => admitted.items.some((item) => item.side === side)
  const against = has('contradicts') ? walkSide('contradicts', admitted, graph, parties, onward, false) : NOTHING
  const recanted = hasRecanted(against)
  const support = has('supports') ? walkSide('supports', admitted, graph, parties, onward, recanted) : NOTHING
  const walks = [...support.walks, ...against.walks]
  const open = openIds(walks)
  const cycles = findRings(open, onward)
  const records = support.proven.filter((origin) => origin.class === 'record')
  const speechAct = graph.claim.speechAct ?? 'assertion'
  const { rule, status } = decide({
    checkable: CHECKABLE.has(speechAct),
    s: support.tier,
    c: against.tier,
    contradictionProven: against.proven.length > 0,
    record: records.length > 0,
    self: support.self,
    untraced: support.untraced,
    circular: support.circular,
  })

  const flags: Flag[] = []
  const raise = (flag: Flag, condition: boolean) => {
    if (condition) flags.push(flag)
  }
  const retractedSupport =
    admitted.retractedSupport || support.items.some(({ met }) => (met & MET.dead) !== 0)
  const provenAgainst = new Set(against.proven.map((origin) => origin.key))
  // In the order of the alphabet, which is the order of the result.
  raise('admission_against_interest', adverse(support.walks, (end) => end.dropped === 'recanted'))
  raise('also_self_support', support.tier >= 1 && support.self)
  raise('basis_not_stated', support.tier === 2 && !support.proven.some((origin) => origin.class === 'named'))
  raise('circular', cycles.length > 0)
  raise(
    'contradicted_by_beneficiary',
    adverse(against.walks, (end) => recanted && end.speaker === parties.makerId),
  )
  raise('denied', against.self)
  raise('includes_unnamed', support.tier >= 2 && support.proven.some((origin) => origin.class === 'unnamed'))
  raise('named_speaker_on_background', walks.some((self) => self.namedOnBackground))
  raise('partial_support', admitted.partialSupport)
  raise('recanted', recanted)
  raise('retracted_support', retractedSupport)
  raise('same_origin_both_sides', support.proven.some((origin) => provenAgainst.has(origin.key)))
  raise('time_inversion', timeInverted(open, onward, parties))
  raise('untraced_contradiction', against.tier === 0 && (against.untraced || against.circular))
  raise('untraced_reports', support.tier >= 1 && support.untraced)
  raise('unverified_document', walks.some((self) => self.unverified))
  raise(
    'weaker_contradiction',
    against.tier >= 1 && status !== 'contested' && status !== 'contradicted' && status !== 'not_checkable',
  )

  const isOpen = (id: string) => open.has(id)
  return {
    ruleset: RULESET,
    status,
    rule,
    origins: rule === 'R1' ? null : { supports: support.shown, contradicts: against.shown },
    tiers: { supports: support.tier, contradicts: against.tier },
    explanation: explain({
      status,
      speechAct,
      maker: parties.makerId === null ? null : parties.label(parties.makerId, false),
      recanted,
      retractedSupport,
      supports: {
        labels: labels(support),
        shown: support.shown,
        records: records.map((origin) => origin.label).sort(smaller),
        vouched: support.origins.every((origin) => origin.key !== 'anon:nobody'),
        proven: support.proven.length > 0,
      },
      contradicts: { labels: labels(against), shown: against.shown, proven: against.proven.length > 0, tier: against.tier },
      supportTier: support.tier,
      interested: interested(support.walks),
      repeats: support.items.filter(({ met }) => met & MET.untraced).length,
    }),
    flags,
    cycles,
    counted: [
      ...countedOf('supports', support.origins, parties, isOpen),
      ...countedOf('contradicts', against.origins, parties, isOpen),
    ],
    notCounted: excluded(admitted, [support, against], parties, walks, isOpen),
  }
}

/** The names of the proven origins, or of the unproven ones where there are no others. */
const labels = ({ origins, proven }: SideResult): string[] =>
  (proven.length > 0 ? proven : origins.filter((origin) => origin.named)).map((origin) => origin.label).sort(smaller)

const interested = (walks: readonly Walk[]): string[] => {
  const names = new Set<string>()
  for (const { ends } of walks) for (const end of ends) if (end.type === 'self' && !end.dropped) names.add(end.label)
  return [...names].sort(smaller)
}

const REASONS: [NotCounted['reason'], (met: number, counted: boolean) => boolean][] = [
  ['retracted', (met) => !(met & MET.end) && (met & MET.dead) !== 0],
  ['circular', (met) => !(met & (MET.end | MET.dead))],
  ['untraced', (met) => (met & MET.untraced) !== 0],
  ['interested_party', (met) => (met & MET.self) !== 0],
  ['recanted', (met) => (met & MET.recanted) !== 0],
  ['same_origin', (met, counted) => (met & MET.origin) !== 0 && !counted],
]

/** What is not counted, and why: one entry for each item and reason, labelled by the item's target. */
const excluded = (
  { refused }: Admitted,
  sides: readonly SideResult[],
  parties: Parties,
  walks: readonly Walk[],
  isOpen: (id: string) => boolean,
): NotCounted[] => {
  const list: NotCounted[] = []
  // A name that is reached only on background is printed nowhere, so not for an item that was refused either.
  const hidden = (id: string) => !isOpen(id) && walks.some(({ visits }) => visits.has(id))
  for (const { side, evidenceId, target, background, reason } of refused)
    list.push({
      side,
      evidenceId,
      label: target ? parties.label(target, background || hidden(target)) : '',
      reason,
    })
  for (const { items } of sides)
    for (const { item, met, counted } of items)
      for (const [reason, holds] of REASONS)
        if (holds(met, counted))
          list.push({
            side: item.side,
            evidenceId: item.id,
            label: parties.label(item.target, item.background),
            reason,
          })
  return list.sort(
    (a, b) => (a.side === b.side ? 0 : a.side === 'supports' ? -1 : 1) || smaller(a.evidenceId, b.evidenceId) || smaller(a.reason, b.reason),
  )
}
