/** Fields of a record as text: what they refer to by name, and lists item by item. */
import type { Reader } from '../../db/client'

type Fields = Record<string, unknown>

/** One field of an event, as stored. */
export interface StoredChange {
  field: string
  before: unknown
  after: unknown
}

/** What the rules call a name that must not be said (rules.md §2.2). */
export const UNNAMED = 'an unnamed source'

/** Fields that refer to something recorded, at any depth. */
const REFERENCES = new Set([
  'speaker',
  'capacityOrg',
  'party',
  'source',
  'from',
  'to',
  'target',
  'vouchedBy',
  'topics',
  'named',
  'opened',
  'publisher',
  'issuer',
  'affiliation',
  'org',
  'mayOverlap',
  'group',
  'removesClaims',
])

const idsIn = (value: unknown, key: string, ids: Set<string>): void => {
  if (typeof value === 'string') {
    if (REFERENCES.has(key)) ids.add(value)
  } else if (Array.isArray(value)) for (const item of value) idsIn(item, key, ids)
  else if (value !== null && typeof value === 'object')
    for (const [name, item] of Object.entries(value)) idsIn(item, name, ids)
}

/** The names of everything that changes refer to, by id; what stands on the desk only for those who may see it. */
export const namesIn = async (
  reader: Reader,
  changes: readonly StoredChange[],
  desk: boolean,
): Promise<Map<string, string>> => {
  const ids = new Set<string>()
  for (const { field, before, after } of changes)
    for (const value of [before, after]) idsIn(value, field, ids)
  if (ids.size === 0) return new Map()
  const where = { id: { in: [...ids] }, ...(desk ? {} : { shelf: { not: 'desk' } }) }
  const [speakers, sources, topics, groups, claims] = await Promise.all([
    reader.speaker.findMany({ where, select: { id: true, name: true } }),
    reader.source.findMany({ where, select: { id: true, title: true } }),
    reader.topic.findMany({ where, select: { id: true, name: true } }),
    reader.independenceGroup.findMany({ where: { id: where.id }, select: { id: true, name: true } }),
    reader.claim.findMany({
      where: desk ? where : { ...where, shelf: { in: ['public', 'teaching'] } },
      select: { id: true, statement: true },
    }),
  ])
  return new Map([
    ...claims.map(({ id, statement }) => [id, `“${statement}”`] as const),
    ...[...topics, ...groups].map(({ id, name }) => [id, name] as const),
    ...sources.map(({ id, title }) => [id, title] as const),
    ...speakers.map(({ id, name }) => [id, name] as const),
  ])
}

/** How a page may say things: the names it has, whom it may not name, and which items of evidence it keeps short. */
export interface Saying {
  names: ReadonlyMap<string, string>
  hidden: ReadonlySet<string>
  /** Items whose speaker was named once and is not now: what the named versions said is left out. */
  short: ReadonlySet<string>
  /** Unnamed speakers. */
  anonymous: ReadonlySet<string>
}

const words = (term: unknown): string => (typeof term === 'string' ? term.replaceAll('_', ' ') : '')
const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : null
const quoted = (value: unknown): string | null => (text(value) ? `“${value}”` : null)
const joined = (...parts: (string | null | undefined)[]): string => parts.filter(Boolean).join(', ')

const say = ({ names, hidden }: Saying, id: unknown): string =>
  typeof id !== 'string' ? '' : hidden.has(id) ? UNNAMED : (names.get(id) ?? id)

const official = (item: Fields, saying: Saying): string | null =>
  item.capacity === 'official'
    ? joined('official', item.capacityOrg ? say(saying, item.capacityOrg) : null)
    : null

const evidence = (item: Fields, saying: Saying): string => {
  const relation = `${words(item.relation)}:`
  const named = item.access !== 'on_background' && !saying.anonymous.has(String(item.target))
  if (named && saying.short.has(String(item.id))) return `${relation} ${UNNAMED}`
  const target = item.target ? say(saying, item.target) : '–'
  const whole = item.covers === 'part' ? 'in part' : null
  const state = item.state === 'active' ? null : joined(words(item.state), text(item.stateNote))
  const vouched = item.vouchedBy ? `vouched for by ${say(saying, item.vouchedBy)}` : null
  return `${relation} ${joined(
    target,
    whole,
    words(item.access),
    item.basis === 'not_stated' ? null : words(item.basis),
    official(item, saying),
    text(item.locator),
    quoted(item.excerpt),
    text(item.note),
    vouched,
    state,
  )}`
}

const period = ({ from, to, ended }: Fields): string | null =>
  from || to ? `${text(from) ?? ''}–${text(to) ?? ''}` : ended ? 'ended' : null

/** How one item of each list reads. */
const ITEMS: Record<string, (item: Fields, saying: Saying) => string> = {
  stakes: (item, saying) => joined(`${say(saying, item.party)}: ${words(item.stake)}`, text(item.note)),
  relations: (item, saying) => joined(`${words(item.kind)}: ${say(saying, item.to)}`, text(item.note)),
  appearances: (item, saying) => joined(say(saying, item.source), text(item.locator), quoted(item.wording)),
  links: (item, saying) =>
    joined(
      `${say(saying, item.from)} ${words(item.mode)} ${say(saying, item.to)}`,
      item.basis === 'not_stated' ? null : words(item.basis),
      official(item, saying),
      quoted(item.wording),
    ),
  evidence,
  roles: (item, saying) => joined(text(item.title) ?? words(item.kind), say(saying, item.org), period(item)),
  policyLinks: (item) => [text(item.kind), text(item.url)].filter(Boolean).join(' '),
  snapshots: (item) => joined(text(item.uri), text(item.capturedAt)),
  removesClaims: (id, saying) => saying.names.get(String(id)) ?? 'a claim that readers do not see',
}

/** The value of a field as text; null for none. Items of lists are lines. */
export const fieldText = (field: string, value: unknown, saying: Saying): string | null => {
  if (Array.isArray(value)) {
    const item = ITEMS[field]
    const lines = value.map((one) => (item && one !== null ? item(one as Fields, saying) : say(saying, one)))
    return lines.length > 0 ? lines.join('\n') : null
  }
  if (field === 'quoteSelector' && value !== null && typeof value === 'object')
    return text((value as Fields).exact)
  if (field === 'headCount' && value !== null && typeof value === 'object')
    return text((value as Fields).wording)
  if (typeof value === 'boolean') return String(value)
  return REFERENCES.has(field) && typeof value === 'string' ? say(saying, value) : text(value)
}
