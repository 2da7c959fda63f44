// A second, independent reading of the sourcing rules (sourcing-rules/1), used as a test oracle.
// It follows the text clause by clause, walks every item by itself, and knows nothing about lib/domain.
// Section numbers are those of the rules.

import { compareDates, type Loose, readParties, type Side, smaller } from './reference-sourcing/parties'
import { findRings } from './reference-sourcing/rings'

type Item = {
  id: string
  side: Side
  target: string
  background: boolean
  basis: string
  capacity?: string
  capacityOrg?: string
  vouchedBy?: string
}

type Arrival = { id: string; basis?: string; capacity?: string; capacityOrg?: string; path: string[] }

type End = {
  item: Item
  type: 'proven' | 'unproven' | 'self' | 'untraced'
  class: 'record' | 'named' | 'unnamed'
  key: string
  label: string
  /** the speaker reached, none for a document */
  speaker?: string
  isMaker: boolean
  /** adverse by its own keys alone (2.4) */
  adverse: boolean
  path: string[]
  dropped?: 'recanted' | 'merged'
}

type Walk = { item: Item; ends: End[]; reached: Set<string>; metDead: boolean }

const SIDES: Side[] = ['supports', 'contradicts']
const KNOWN = ['first_hand', 'measured', 'official_role', 'expert']
const NOT_CHECKABLE = ['opinion', 'prediction', 'question', 'promise', 'instruction']

function comparePaths(a: string[], b: string[]): number {
  if (a.length !== b.length) return a.length - b.length
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return smaller(a[i]!, b[i]!)
  return 0
}

export function referenceSourcing(graph: Loose) {
  const parties = readParties(graph)
  const { claim, speakers, sources, makerId, maker, appearsIn } = parties
  const { isNamed, isAnonymous, isRecordKind, isDead, labelOf } = parties
  const { anonKey, speakerKey, issuerOf, speakerOwnKeys, speakerKeys, recordKeys, isAligned, isAdverse } =
    parties
  const flags = new Set<string>()
  const notCounted: { side: Side; evidenceId: string; label: string; reason: string }[] = []

  // ---- 2.1, what is admitted ----------------------------------------------------------------------------

  const items: Item[] = []
  const dropped: { side: Side; evidenceId: string; target?: string; background: boolean; reason: string }[] =
    []
  for (const entry of (graph.evidence ?? []) as Loose[]) {
    const side = entry?.relation as Side
    const access = entry?.access ?? 'public'
    const state = entry?.state ?? 'active'
    if (!SIDES.includes(side)) continue
    if (!['public', 'on_record', 'on_background'].includes(access)) continue
    const background = access === 'on_background'
    const drop = (reason: string) =>
      dropped.push({ side, evidenceId: entry.id, target: entry.target, background, reason })
    if (state !== 'active') {
      if (state === 'retracted' && side === 'supports') flags.add('retracted_support')
      drop(state)
      continue
    }
    if (side === 'supports' && entry.covers === 'part') {
      flags.add('partial_support')
      drop('partial')
      continue
    }
    if (!entry.target) continue
    const { id, target, capacity, capacityOrg, vouchedBy } = entry
    const basis = entry.basis ?? 'not_stated'
    items.push({ id, side, target, background, basis, capacity, capacityOrg, vouchedBy })
  }
  // "The maker's own word is added as a supporting testimony"
  const claimBasis: string = claim.basis ?? 'not_stated'
  if (makerId !== undefined && maker) {
    const { capacity, capacityOrg } = claim
    const word = {
      id: 'own_word',
      side: 'supports' as Side,
      target: makerId,
      basis: claimBasis,
      capacity,
      capacityOrg,
    }
    if (isNamed(makerId) && KNOWN.includes(claimBasis)) items.push({ ...word, background: false })
    if (isAnonymous(makerId) && !['second_hand', 'inferred'].includes(claimBasis))
      items.push({ ...word, background: true, vouchedBy: maker.vouchedBy })
  }

  // "Only links with no claimId, or with this claim's"; "an id in neither map has no links"
  const links = ((graph.links ?? []) as Loose[]).filter(
    (link) =>
      link?.from &&
      link.to &&
      (!link.claimId || link.claimId === claim.id) &&
      (speakers.has(link.from) || sources.has(link.from)),
  )
  // "a link to the claim's own maker does not exist if it is claim-scoped or comes from a source in appearsIn"
  const existsFor = (side: Side, link: Loose): boolean => {
    if (side !== 'contradicts' || link.to !== makerId) return true
    return !(link.claimId || (sources.has(link.from) && appearsIn.has(link.from)))
  }

  // ---- 2.2, the walk ------------------------------------------------------------------------------------

  function walk(item: Item): Walk {
    const ends: End[] = []
    const reached = new Set<string>()
    let metDead = false
    const onward = (id: string) => links.filter((link) => link.from === id && existsFor(item.side, link))
    const { side, background } = item

    function noteSpeaker({ id, capacity, capacityOrg, path, ...arrival }: Arrival): void {
      const basis = arrival.basis ?? 'not_stated'
      const named = isNamed(id)
      if (named && background) flags.add('named_speaker_on_background')
      // "It is never taken for the maker" (a named one, on background)
      const isMaker = id === makerId && !(named && background)
      // "Its real identity still decides alignment."
      const aligned = isAligned(speakerKeys(id, capacity, capacityOrg), side)
      const end = (type: End['type']) =>
        ends.push({
          item,
          type,
          class: named && !background ? 'named' : 'unnamed',
          key:
            named && background
              ? anonKey(item.vouchedBy || graph.newsroom)
              : speakerKey(id, capacity, capacityOrg),
          label: labelOf(id, background),
          speaker: id,
          isMaker,
          adverse: !aligned && isAdverse(speakerOwnKeys(id, capacity, capacityOrg), side),
          path,
        })
      // "a proven root if the basis is known, or if it is the maker contradicting its own claim"
      if (KNOWN.includes(basis) || (isMaker && side === 'contradicts')) end(aligned ? 'self' : 'proven')
      // "when it contradicts and is an aligned party, an end all the same"
      else if (side === 'contradicts' && aligned) end('self')
      // "with an onward link, no end"
      else if (onward(id).length > 0) return
      else if (aligned) end('self')
      else end(basis === 'second_hand' || basis === 'inferred' ? 'untraced' : 'unproven')
    }

    /** an untraced end that is not a speaker */
    function untraced({ id, path }: Arrival): void {
      const label = labelOf(id, background)
      ends.push({
        item,
        type: 'untraced',
        class: 'unnamed',
        key: '',
        label,
        isMaker: false,
        adverse: false,
        path,
      })
    }

    function noteRecord({ id, path }: Arrival): void {
      const source = sources.get(id)!
      // "class record if authenticated and its issuer is not an anonymous speaker"
      const issuer = issuerOf(id)
      const proper = source.authenticity === 'authenticated' && !(issuer !== undefined && isAnonymous(issuer))
      if (!proper) flags.add('unverified_document')
      const recordKey = issuer === undefined ? `doc:${id}` : speakerKey(issuer, 'official')
      const aligned = isAligned(recordKeys(id, speakerKeys), side)
      ends.push({
        item,
        type: aligned ? 'self' : 'proven',
        class: proper ? 'record' : 'unnamed',
        key: proper ? recordKey : anonKey(source.publisher),
        label: labelOf(id, background),
        isMaker: false,
        adverse: !aligned && isAdverse(recordKeys(id, speakerOwnKeys), side),
        path,
      })
    }

    // Breadth first; within a level in the order of the paths, so that each node keeps its smallest shortest path.
    let level: Arrival[] = [
      {
        id: item.target,
        basis: item.basis,
        capacity: item.capacity,
        capacityOrg: item.capacityOrg,
        path: [item.target],
      },
    ]
    while (level.length > 0) {
      const next: Arrival[] = []
      for (const arrival of level.sort((a, b) => comparePaths(a.path, b.path))) {
        const { id, path } = arrival
        if (isDead(id)) {
          metDead = true
          if (side === 'supports') flags.add('retracted_support')
          continue
        }
        // "noted at every arrival, even if it was expanded before"
        if (speakers.has(id)) noteSpeaker(arrival)
        if (reached.has(id)) continue
        reached.add(id)
        const out = onward(id)
        for (const { to, basis, capacity, capacityOrg } of out)
          next.push({ id: to, basis, capacity, capacityOrg, path: [...path, to] })
        if (speakers.has(id) || out.length > 0) continue
        if (!isRecordKind(id)) untraced(arrival)
        else if (!appearsIn.has(id)) noteRecord(arrival)
        // "if it is in claim.appearsIn and the item supports, it is the maker's own word"
        else if (side === 'supports' && makerId !== undefined)
          next.push({
            id: makerId,
            basis: claimBasis,
            capacity: claim.capacity,
            capacityOrg: claim.capacityOrg,
            path: [...path, makerId],
          })
        else untraced(arrival)
      }
      level = next
    }
    return { item, ends, reached, metDead }
  }

  const walks = items.map(walk)
  const endsOf = (side: Side) => walks.filter(({ item }) => item.side === side).flatMap(({ ends }) => ends)
  const rootsOf = (side: Side) => endsOf(side).filter(({ type }) => type === 'proven' || type === 'unproven')

  // ---- 2.4, recanting -----------------------------------------------------------------------------------

  const recanted = endsOf('contradicts').some((end) => end.isMaker && end.type === 'proven')
  if (recanted) flags.add('recanted')

  // ---- 2.3, merging, per side ---------------------------------------------------------------------------

  for (const side of SIDES) {
    const roots = rootsOf(side)
    const provenNow = () => roots.filter((root) => root.type === 'proven' && !root.dropped)
    const drop = (condition: (root: End) => boolean) => {
      const losing = roots.filter((root) => !root.dropped && condition(root))
      for (const root of losing) root.dropped = 'merged'
    }
    // "the maker, having recanted, no longer counts on the supporting side, and is not self there either"
    if (recanted && side === 'supports')
      for (const end of endsOf(side)) if (end.isMaker && end.type !== 'untraced') end.dropped = 'recanted'
    // "reached both as a person and for an organization counts once, as the person"
    const asPerson = new Set(
      provenNow()
        .filter((root) => root.speaker !== undefined && root.key === `person:${root.speaker}`)
        .map((root) => root.speaker),
    )
    drop((root) => asPerson.has(root.speaker) && root.key.startsWith('org:'))
    // "a named speaker who counts openly is not counted again as unnamed"
    const openly = new Set(
      provenNow()
        .filter((root) => !root.item.background)
        .map((root) => root.speaker),
    )
    drop(
      (root) =>
        root.speaker !== undefined &&
        isNamed(root.speaker) &&
        root.item.background &&
        openly.has(root.speaker),
    )
    // "anon:org:<g> is dropped when org:<g> counts"
    const keys = new Set(provenNow().map((root) => root.key))
    drop((root) => root.key.startsWith('anon:org:') && keys.has(root.key.slice('anon:'.length)))
  }

  // "An adverse root counts; if it is adverse by its own keys alone it is flagged", "also where 2.3 ... drops it"
  for (const root of [...rootsOf('supports'), ...rootsOf('contradicts')]) {
    if (!root.adverse) continue
    if (root.item.side === 'supports') {
      // "a recanting maker's support apart"
      if (root.dropped !== 'recanted') flags.add('admission_against_interest')
      // "then the maker never raises contradicted_by_beneficiary, however else it is reached"
    } else if (!(recanted && root.speaker === makerId)) flags.add('contradicted_by_beneficiary')
  }

  // ---- 2.3, each distinct key counts once per side; 2.5, tiers ------------------------------------------

  const openIds = new Set(walks.filter(({ item }) => !item.background).flatMap(({ reached }) => [...reached]))
  const rank = (root: End) =>
    root.type === 'unproven' ? 3 : ['record', 'named', 'unnamed'].indexOf(root.class)
  const count = (side: Side) => {
    const roots = rootsOf(side).filter((root) => !root.dropped)
    return [...new Set(roots.map((root) => root.key))].sort(smaller).map((key) => {
      const same = roots.filter((root) => root.key === key)
      // "the strongest class is kept"
      const best = same.filter((root) => rank(root) === Math.min(...same.map(rank)))
      // "a speaker before a document, then the smaller label"
      const speaking = best.filter((root) => root.speaker !== undefined)
      const label = (speaking.length > 0 ? speaking : best).map((root) => root.label).sort(smaller)[0]!
      // "one shortest path per key, ties by id"
      const shown = [...best].sort(
        (a, b) =>
          comparePaths(a.path, b.path) ||
          smaller(a.item.id, b.item.id) ||
          Number(a.item.background) - Number(b.item.background),
      )[0]!
      // "ids reached only on background left out"; a named speaker on background never appears in paths
      const path = shown.path.filter((id) => openIds.has(id) && !(shown.item.background && isNamed(id)))
      const kept = shown.type === 'unproven' ? 'unproven' : shown.class
      const named = shown.class !== 'unnamed'
      return {
        entry: { side, key, label, class: kept, evidenceId: shown.item.id, path },
        named,
        item: shown.item,
      }
    })
  }
  const counts = { supports: count('supports'), contradicts: count('contradicts') }
  const proven = (side: Side) => counts[side].filter(({ entry }) => entry.class !== 'unproven')
  const provenOf = (side: Side, ...classes: string[]) =>
    proven(side).filter(({ entry }) => classes.includes(entry.class))
  const unproven = (side: Side) => counts[side].filter(({ entry }) => entry.class === 'unproven')

  const tier = (side: Side): number => {
    const named = provenOf(side, 'named').length
    // "at least one record, or at least two proven keys of which at least one is named"
    if (provenOf(side, 'record').length >= 1 || (proven(side).length >= 2 && named >= 1)) return 3
    // "exactly one named key and nothing else proven"
    if (named === 1 && proven(side).length === 1) return 2
    // "no record and no named key proven, and at least one unproven named root"
    if (named === 0 && unproven(side).some((entry) => entry.named)) return 2
    // "no named root of any kind, and at least one unnamed"
    return counts[side].length > 0 ? 1 : 0
  }
  const tiers = { supports: tier('supports'), contradicts: tier('contradicts') }
  const { supports: S, contradicts: C } = tiers
  // "tier 2 -> 1; otherwise the number of proven keys, or 1 if there are only unproven unnamed roots"
  const shownOrigins = (side: Side) =>
    tiers[side] === 2 ? 1 : proven(side).length || (counts[side].length > 0 ? 1 : 0)

  // ---- notCounted ---------------------------------------------------------------------------------------

  // "a name reached only on background is never printed anywhere" (2.10), so not for a dropped open item either
  const onlyOnBackground = (id: string) => !openIds.has(id) && walks.some(({ reached }) => reached.has(id))
  for (const { side, evidenceId, target, background, reason } of dropped) {
    const label = target ? labelOf(target, background || onlyOnBackground(target)) : ''
    notCounted.push({ side, evidenceId, label, reason })
  }
  const isCircular = ({ ends, metDead }: Walk) => ends.length === 0 && !metDead
  for (const { item, ends, metDead } of walks) {
    const list = (reason: string) =>
      notCounted.push({
        side: item.side,
        evidenceId: item.id,
        label: labelOf(item.target, item.background),
        reason,
      })
    // "An item that reaches no end at all is retracted if it met a dead node, otherwise circular."
    if (ends.length === 0) list(metDead ? 'retracted' : 'circular')
    if (ends.some(({ type }) => type === 'untraced')) list('untraced')
    if (ends.some(({ type, dropped }) => type === 'self' && !dropped)) list('interested_party')
    if (ends.some(({ dropped }) => dropped === 'recanted')) list('recanted')
    // "every origin that it reaches is counted through another item or merged by 2.3"
    const origins = ends.filter(
      ({ type, dropped }) => (type === 'proven' || type === 'unproven') && dropped !== 'recanted',
    )
    const elsewhere = ({ key, dropped }: End) =>
      dropped === 'merged' ||
      counts[item.side].every((entry) => entry.entry.key !== key || entry.item !== item)
    if (origins.length > 0 && origins.every(elsewhere)) list('same_origin')
  }

  // ---- 2.7, rings ---------------------------------------------------------------------------------------

  // "the live nodes reached by any admitted item that is not on background", "all links that exist for the claim"
  const within = links.filter((link) => openIds.has(link.from) && openIds.has(link.to))
  const cycles = findRings(openIds, within)
  if (cycles.length > 0) flags.add('circular')
  // "both sources, goes to one published later"
  if (
    within.some(
      ({ from, to }) =>
        sources.has(from) &&
        sources.has(to) &&
        compareDates(sources.get(to)!.publishedAt, sources.get(from)!.publishedAt) > 0,
    )
  )
    flags.add('time_inversion')

  // ---- 2.6, the rules, first match wins -----------------------------------------------------------------

  const some = (side: Side, condition: (walk: Walk) => boolean) =>
    walks.some((walked) => walked.item.side === side && condition(walked))
  const hasUntraced = ({ ends }: Walk) => ends.some(({ type }) => type === 'untraced')
  const hasSelf = ({ ends }: Walk) => ends.some(({ type, dropped }) => type === 'self' && !dropped)
  const rules: [string, string, boolean][] = [
    ['R1', 'not_checkable', NOT_CHECKABLE.includes(claim.speechAct)],
    ['R2', 'contested', S >= 1 && C >= 1 && Math.abs(S - C) <= 1],
    ['R3', 'contradicted', C >= 2 && C > S && proven('contradicts').length > 0],
    ['R4', 'documented', provenOf('supports', 'record').length > 0],
    ['R5', 'corroborated', S === 3],
    ['R6', 'single_source', S === 2],
    ['R7', 'anonymous_only', S === 1],
    ['R8', 'self_sourced', some('supports', hasSelf)],
    ['R9', 'untraced', some('supports', hasUntraced)],
    ['R10', 'circular', some('supports', isCircular)],
    ['R11', 'unsourced', true],
  ]
  const [rule, status] = rules.find(([, , matches]) => matches)!

  // ---- 2.8, flags ---------------------------------------------------------------------------------------

  const raise = (flag: string, condition: boolean) => condition && flags.add(flag)
  raise('denied', some('contradicts', hasSelf))
  raise('weaker_contradiction', C >= 1 && !['contested', 'contradicted', 'not_checkable'].includes(status))
  raise(
    'untraced_contradiction',
    C === 0 && some('contradicts', (walked) => hasUntraced(walked) || isCircular(walked)),
  )
  raise('basis_not_stated', S === 2 && provenOf('supports', 'named').length === 0)
  raise('includes_unnamed', S >= 2 && provenOf('supports', 'unnamed').length > 0)
  raise('untraced_reports', S >= 1 && some('supports', hasUntraced))
  raise('also_self_support', S >= 1 && some('supports', hasSelf))
  const provenKeys = new Set(proven('contradicts').map(({ entry }) => entry.key))
  raise(
    'same_origin_both_sides',
    proven('supports').some(({ entry }) => provenKeys.has(entry.key)),
  )

  return {
    ruleset: 'sourcing-rules/1',
    status,
    rule,
    origins:
      rule === 'R1' ? null : { supports: shownOrigins('supports'), contradicts: shownOrigins('contradicts') },
    tiers,
    flags: [...flags].sort(smaller),
    cycles,
    counted: SIDES.flatMap((side) => counts[side].map(({ entry }) => entry)),
    notCounted,
  }
}
