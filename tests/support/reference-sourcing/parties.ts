// The parties of the reference (see ../reference-sourcing.ts): dates (2.4), keys (2.3) and stakes (2.4).

export type Loose = Record<string, any>
export type Side = 'supports' | 'contradicts'

const RECORD_KINDS = [
  'official_record',
  'court_record',
  'legislation',
  'dataset',
  'recording',
  'photo_or_video',
  'internal_document',
]

export const smaller = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

// ---- 2.4, dates -----------------------------------------------------------------------------------------

/** [year, month?, day?], or null when unknown */
function readDate(text: unknown): number[] | null {
  if (typeof text !== 'string') return null
  // "after dropping ~ ? %", "an interval by its start"
  const start = text.replace(/[~?%]/g, '').split('/')[0]!
  const parts = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(start)
  // "anything else, open or with X, counts as unknown"
  if (!parts) return null
  const [year, month, day] = parts.slice(1).map((part) => (part === undefined ? undefined : Number(part)))
  if (month === undefined) return [year!]
  // "a season by its year"
  if (day === undefined && month >= 21 && month <= 24) return [year!]
  if (month < 1 || month > 12) return null
  if (day === undefined) return [year!, month]
  const leap = year! % 4 === 0 && (year! % 100 !== 0 || year! % 400 === 0)
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!
  return day >= 1 && day <= days ? [year!, month, day] : null
}

/** "compared at the precision that both have": below 0 when `a` is earlier; 0 when equal or unknown */
export function compareDates(a: unknown, b: unknown): number {
  const x = readDate(a)
  const y = readDate(b)
  if (!x || !y) return 0
  for (let i = 0; i < Math.min(x.length, y.length); i++) if (x[i] !== y[i]) return x[i]! - y[i]!
  return 0
}

/** everything that the rules say about single nodes, before any walk */
export function readParties(graph: Loose) {
  const claim: Loose = graph.claim ?? {}
  const toMap = (table: unknown) =>
    new Map<string, Loose>(
      Object.entries((table ?? {}) as Loose).filter(([, value]) => value) as [string, Loose][],
    )
  const speakers = toMap(graph.speakers)
  const allSources = toMap(graph.sources)
  // "an id in both maps is a speaker"
  const sources = new Map([...allSources].filter(([id]) => !speakers.has(id)))
  const makerId: string | undefined = claim.speaker || undefined
  const maker = makerId === undefined ? undefined : speakers.get(makerId)
  const appearsIn = new Set<string>(claim.appearsIn ?? [])

  const isNamed = (id: string) => speakers.has(id) && speakers.get(id)!.kind !== 'anonymous'
  const isAnonymous = (id: string) => speakers.get(id)?.kind === 'anonymous'
  const isRecordKind = (id: string) => RECORD_KINDS.includes(sources.get(id)?.kind)
  // "Dead source (retracted, or corrected with correctionRemovesClaim)"
  const isDead = (id: string) => {
    const source = sources.get(id)
    return (
      source?.status === 'retracted' ||
      (source?.status === 'corrected' && source.correctionRemovesClaim === true)
    )
  }
  // "Every named speaker reached by an on_background item ... becomes unnamed: its label is"
  const labelOf = (id: string, background: boolean): string => {
    if (isNamed(id) && background) return 'an unnamed source'
    return speakers.get(id)?.name ?? sources.get(id)?.title ?? id
  }

  // ---- 2.3, keys ----------------------------------------------------------------------------------------

  // "group is one step ...; an organization without one is its own; an id ... not in the map stands for itself"
  const groupOf = (id: string): string => {
    const speaker = speakers.get(id)
    return (speaker?.kind === 'organization' && speaker.group) || id
  }
  const orgKey = (id: string) => `org:${groupOf(id)}`
  const anonKey = (voucher: string | undefined) => (voucher ? `anon:org:${groupOf(voucher)}` : 'anon:nobody')

  const isHeld = (role: Loose): boolean => {
    // "one with `ended` and no `to` does not" (count as held)
    if (role.ended && !role.to) return false
    return !(compareDates(role.from, claim.saidOn) > 0) && !(compareDates(role.to, claim.saidOn) < 0)
  }
  /** org keys of all roles held at saidOn, smallest first */
  const heldOrgKeys = (id: string): string[] =>
    ((speakers.get(id)?.roles ?? []) as Loose[])
      .filter((role) => role?.org && isHeld(role))
      .map((role) => orgKey(role.org))
      .sort(smaller)
  /** "for capacityOrg, else the role held at saidOn with the smallest org key" */
  const speaksFor = (id: string, capacity?: string, capacityOrg?: string): string | undefined => {
    if (speakers.get(id)?.kind !== 'person' || capacity !== 'official') return undefined
    return capacityOrg ? orgKey(capacityOrg) : heldOrgKeys(id)[0]
  }
  /** rows 1, 2 and 4 of the table */
  const speakerKey = (id: string, capacity?: string, capacityOrg?: string): string => {
    const speaker = speakers.get(id)!
    if (speaker.kind === 'anonymous') return anonKey(speaker.vouchedBy)
    if (speaker.kind === 'organization') return orgKey(id)
    return speaksFor(id, capacity, capacityOrg) ?? `person:${id}`
  }
  const issuerOf = (id: string): string | undefined => {
    const issuer = sources.get(id)?.issuer
    return issuer && speakers.has(issuer) ? issuer : undefined
  }

  // ---- 2.4, stakes --------------------------------------------------------------------------------------

  const ownId = (id: string) => `id:${id}`
  /** "a person has person:<id>, ...; an organization its org key; an anonymous speaker its own id" */
  const speakerOwnKeys = (id: string, capacity?: string, capacityOrg?: string): string[] => {
    const kind = speakers.get(id)!.kind
    if (kind === 'organization') return [orgKey(id)]
    if (kind === 'anonymous') return [ownId(id)]
    const org = speaksFor(id, capacity, capacityOrg)
    return org === undefined ? [`person:${id}`] : [`person:${id}`, org]
  }
  const speakerKeys = (id: string, capacity?: string, capacityOrg?: string): string[] => {
    const { kind, affiliation } = speakers.get(id)!
    const own = speakerOwnKeys(id, capacity, capacityOrg)
    if (kind === 'organization') return own
    if (kind === 'anonymous') return affiliation ? [...own, orgKey(affiliation)] : own
    return [...own, ...heldOrgKeys(id)]
  }
  /** "a record its issuer's keys in official capacity (doc:<id> where it has none)" */
  const recordKeys = (id: string, keys: typeof speakerKeys): string[] => {
    const issuer = issuerOf(id)
    return issuer === undefined ? [`doc:${id}`] : keys(issuer, 'official')
  }

  const recorded = new Map<string, Set<string>>()
  const stakes = new Map<string, Set<string>>()
  const put = (table: Map<string, Set<string>>, key: string, stake: string) =>
    table.set(key, (table.get(key) ?? new Set()).add(stake))
  // "Claim stakes are put on the party's person: key, org key or own id."
  for (const stake of (claim.stakes ?? []) as Loose[]) {
    if (!stake?.party) continue
    const kind = speakers.get(stake.party)?.kind
    const key =
      kind === 'person'
        ? `person:${stake.party}`
        : kind === 'anonymous'
          ? ownId(stake.party)
          : orgKey(stake.party)
    put(recorded, key, stake.stake)
    put(stakes, key, stake.stake)
  }
  // "A named maker benefits from its own claim by default"
  if (makerId !== undefined && isNamed(makerId)) {
    const own = maker!.kind === 'person' ? `person:${makerId}` : orgKey(makerId)
    // "on its own key and, in official capacity, its org's, unless a stake is recorded for either key"
    const both = speakerOwnKeys(makerId, claim.capacity, claim.capacityOrg)
    if (!both.some((key) => recorded.has(key))) for (const key of both) put(stakes, key, 'benefits')
    // "unless one is recorded for the maker itself, on the org key of each role held ... no recorded stake"
    if (!recorded.has(own))
      for (const key of heldOrgKeys(makerId)) if (!recorded.has(key)) put(stakes, key, 'benefits')
  }
  const hasStake = (keys: string[], stake: string) => keys.some((key) => stakes.get(key)?.has(stake))
  const isAligned = (keys: string[], side: Side) =>
    hasStake(keys, side === 'supports' ? 'benefits' : 'harmed')
  const isAdverse = (keys: string[], side: Side) =>
    hasStake(keys, side === 'supports' ? 'harmed' : 'benefits')

  return {
    claim,
    speakers,
    sources,
    makerId,
    maker,
    appearsIn,
    isNamed,
    isAnonymous,
    isRecordKind,
    isDead,
    labelOf,
    anonKey,
    speakerKey,
    issuerOf,
    speakerOwnKeys,
    speakerKeys,
    recordKeys,
    isAligned,
    isAdverse,
  }
}
