/**
 * What a claim rests on, derived from what editors recorded: the sourcing rules, version 1. Pure and total: no clock,
 * no input or output, no randomness; the order of the input never matters, and no graph of that shape makes it throw.
 */
import { type Admitted, admit, type Item } from './sourcing/admit'
import { explain, type SideFacts } from './sourcing/explain'
import { count, countedOf, isRoot, merge, type Origin } from './sourcing/origins'
import { Parties } from './sourcing/parties'
import { findRings, type Ids, openIds, timeInverted } from './sourcing/rings'
import { decide } from './sourcing/rules'
import {
  type Flag,
  type NotCounted,
  type OriginClass,
  RULESET,
  type Side,
  type Sourcing,
  type SourcingGraph,
} from './sourcing/types'
import { MET, Onward, Walk } from './sourcing/walk'

export type { Sourcing, SourcingGraph } from './sourcing/types'

const CHECKABLE = new Set(['assertion', 'denial', 'confirmation'])

const smaller = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The items of one side walk together, those on background by themselves. */
const walksOf = (
  side: Side,
  items: readonly Item[],
  parties: Parties,
  walk: (group: Item[]) => Walk,
): readonly Walk[] => {
  const open: Item[] = []
  const hidden: Item[] = []
  for (const item of items) if (item.side === side) (item.background ? hidden : open).push(item)
  const walks = open.length > 0 ? [walk(open)] : []
  if (hidden.length === 0) return walks
  const together = walk(hidden)
  // Who vouches for an item decides the key of a named speaker and of nobody else.
  const vouchers = together.namedOnBackground ? byVoucher(hidden, parties) : [hidden]
  if (vouchers.length === 1) walks.push(together)
  else for (const group of vouchers) walks.push(walk(group))
  return walks
}

const byVoucher = (items: readonly Item[], parties: Parties): Item[][] => {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = parties.unnamedKey(item.voucher)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return [...groups.values()]
}

/** What one side comes to. */
class SideResult implements SideFacts {
  readonly origins: readonly Origin[]
  readonly proven: readonly Origin[]
  readonly tier: number
  readonly shown: number
  readonly walks: readonly Walk[]
  /** What each item met, and whether it is one that an origin is counted through. */
  readonly items: { item: Item; met: number; counted: boolean }[] = []
  /** What all of them met together. */
  met = 0
  circular = false

  constructor(
    side: Side,
    { items }: Admitted,
    graph: SourcingGraph,
    private readonly parties: Parties,
    onward: Onward,
    recanted: boolean,
  ) {
    const walks = walksOf(side, items, parties, (group) => new Walk(graph, parties, onward, group, recanted))
    merge(walks, parties)
    const { origins, proven, tier, shown } = count(walks, parties)
    this.origins = origins
    this.proven = proven
    this.tier = tier
    this.shown = shown
    this.walks = walks
    const through = origins.length > 1 ? new Set(origins.map((origin) => origin.end.item)) : null
    for (const self of walks)
      for (const item of self.items) {
        const met = self.metBy(item)
        const counted = through ? through.has(item) : origins[0]?.end.item === item
        this.items.push({ item, met, counted })
        this.met |= met
        if (!(met & (MET.end | MET.dead))) this.circular = true
      }
  }

  has(bit: number): boolean {
    return (this.met & bit) !== 0
  }

  hasProven(kind: OriginClass): boolean {
    for (const origin of this.proven) if (origin.class === kind) return true
    return false
  }

  /** The names of the proven origins, or of the unproven ones where there are no others. */
  names(): string[] {
    const named = this.proven.length > 0 ? this.proven : this.origins.filter((origin) => origin.named)
    return named.map((origin) => origin.label).sort(smaller)
  }

  records(): string[] {
    return this.proven.flatMap((origin) => (origin.class === 'record' ? [origin.label] : [])).sort(smaller)
  }

  vouched(): boolean {
    return this.origins.every((origin) => origin.key !== 'anon:nobody')
  }

  /** Who the aligned part of it comes from. */
  interested(): string[] {
    const names = new Set<string>()
    for (const { ends, background } of this.walks)
      for (const end of ends)
        if (end.type === 'self' && !end.dropped) names.add(this.parties.label(end.id, background))
    return [...names].sort(smaller)
  }

  repeats(): number {
    return this.items.filter(({ met }) => met & MET.untraced).length
  }
}

const hasRecanted = ({ walks }: SideResult): boolean =>
  walks.some(({ ends }) => ends.some((end) => end.isMaker && end.type === 'proven'))

/**
 * Adverse roots count, and are flagged also where §2.3 merges or drops them; a recanting maker's support apart.
 * @param except a maker that has recanted never raises `contradicted_by_beneficiary`
 */
const adverse = (walks: readonly Walk[], except: string | null): boolean =>
  walks.some(({ ends }) =>
    ends.some(
      (end) =>
        end.adverse &&
        isRoot(end) &&
        end.dropped !== 'recanted' &&
        (except === null || end.speaker !== except),
    ),
  )

/**
 * Derives the sourcing of a claim from its graph.
 * @param graph the claim and what is recorded around it; missing optional fields have the defaults of rules.md §2
 * @returns status, rule, origins, tiers, flags, rings, the sentence, and what was and was not counted
 */
export const deriveSourcing = (graph: SourcingGraph): Sourcing => {
  const parties = new Parties(graph)
  const admitted = admit(graph, parties)
  const onward = new Onward(graph, parties)
  const against = new SideResult('contradicts', admitted, graph, parties, onward, false)
  const recanted = hasRecanted(against)
  const support = new SideResult('supports', admitted, graph, parties, onward, recanted)
  const walks = against.walks.length === 0 ? support.walks : [...support.walks, ...against.walks]
  const open = openIds(walks)
  const cycles = open.crossed ? findRings(open.ids, onward) : []
  const speechAct = graph.claim.speechAct ?? 'assertion'
  const { rule, status } = decide({
    checkable: CHECKABLE.has(speechAct),
    s: support.tier,
    c: against.tier,
    contradictionProven: against.proven.length > 0,
    record: support.hasProven('record'),
    self: support.has(MET.self),
    untraced: support.has(MET.untraced),
    circular: support.circular,
  })
  const retractedSupport = admitted.retractedSupport || support.has(MET.dead)

  const flags: Flag[] = []
  // In the order of the alphabet, which is the order of the result.
  if (adverse(support.walks, null)) flags.push('admission_against_interest')
  if (support.tier >= 1 && support.has(MET.self)) flags.push('also_self_support')
  if (support.tier === 2 && !support.hasProven('named')) flags.push('basis_not_stated')
  if (cycles.length > 0) flags.push('circular')
  if (adverse(against.walks, recanted ? parties.makerId : null)) flags.push('contradicted_by_beneficiary')
  if (against.has(MET.self)) flags.push('denied')
  if (support.tier >= 2 && support.hasProven('unnamed')) flags.push('includes_unnamed')
  if (walks.some((self) => self.namedOnBackground)) flags.push('named_speaker_on_background')
  if (admitted.partialSupport) flags.push('partial_support')
  if (recanted) flags.push('recanted')
  if (retractedSupport) flags.push('retracted_support')
  if (sharesOrigin(support, against)) flags.push('same_origin_both_sides')
  if (open.dated && timeInverted(open.ids, onward, parties)) flags.push('time_inversion')
  if (against.tier === 0 && (against.has(MET.untraced) || against.circular))
    flags.push('untraced_contradiction')
  if (support.tier >= 1 && support.has(MET.untraced)) flags.push('untraced_reports')
  if (walks.some((self) => self.unverified)) flags.push('unverified_document')
  if (against.tier >= 1 && !CONTRADICTED.has(status)) flags.push('weaker_contradiction')

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
      supports: support,
      contradicts: against,
    }),
    flags,
    cycles,
    counted: [
      ...countedOf('supports', support.origins, parties, open.ids),
      ...countedOf('contradicts', against.origins, parties, open.ids),
    ],
    notCounted: excluded(admitted, support, against, parties, walks, open.ids),
  }
}

/** Statuses that already say that the claim is contradicted, or that it is not assessed. */
const CONTRADICTED: ReadonlySet<string> = new Set(['contested', 'contradicted', 'not_checkable'])

const sharesOrigin = (support: SideResult, against: SideResult): boolean => {
  if (support.proven.length === 0 || against.proven.length === 0) return false
  const keys = new Set(against.proven.map((origin) => origin.key))
  return support.proven.some((origin) => keys.has(origin.key))
}

const REASONS: [NotCounted['reason'], (met: number, counted: boolean) => boolean][] = [
  ['retracted', (met) => !(met & MET.end) && (met & MET.dead) !== 0],
  ['circular', (met) => !(met & (MET.end | MET.dead))],
  ['untraced', (met) => (met & MET.untraced) !== 0],
  ['interested_party', (met) => (met & MET.self) !== 0],
  ['recanted', (met) => (met & MET.recanted) !== 0],
  ['same_origin', (met, counted) => (met & MET.origin) !== 0 && !counted],
]

/** An item that reaches origins and nothing else. */
const COUNTED = MET.end | MET.origin

/** What is not counted, and why: one entry for each item and reason, labelled by the item's target. */
const excluded = (
  { refused }: Admitted,
  support: SideResult,
  against: SideResult,
  parties: Parties,
  walks: readonly Walk[],
  open: Ids,
): NotCounted[] => {
  const list: NotCounted[] = []
  // A name that is reached only on background is printed nowhere, so not for an item that was refused either.
  const hidden = (id: string) => !open.has(id) && walks.some(({ visits }) => visits.has(id))
  for (const { side, evidenceId, target, background, reason } of refused) {
    const label = target ? parties.label(target, background || hidden(target)) : ''
    list.push({ side, evidenceId, label, reason })
  }
  for (const { items } of [support, against])
    for (const { item, met, counted } of items) {
      if (met === COUNTED && counted) continue
      const label = parties.label(item.target, item.background)
      for (const [reason, holds] of REASONS)
        if (holds(met, counted)) list.push({ side: item.side, evidenceId: item.id, label, reason })
    }
  return list.length > 1 ? list.sort(inOrder) : list
}

const inOrder = (a: NotCounted, b: NotCounted): number =>
  (a.side === b.side ? 0 : a.side === 'supports' ? -1 : 1) ||
  smaller(a.evidenceId, b.evidenceId) ||
  smaller(a.reason, b.reason)
