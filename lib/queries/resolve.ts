/** Names as people type them, to the records that they mean: for forms, and for the box that suggests while one types. */
import type { Database, Reader } from '../db/client'
import type { Viewer } from '../domain/actor'
import { can } from '../domain/actor'
import type { NameKind } from '../domain/name-kinds'
import { sortForm } from '../domain/sorting'

export interface Candidate {
  type: 'speaker' | 'source' | 'topic'
  id: string
  slug: string
  name: string
  /** The kind of a speaker or source; `topic` of a topic. */
  kind: string
  /** What tells two of one name apart: a role, who vouches, a publisher and a date. */
  hint: string | null
  claims: number
}

export type Resolved =
  | { kind: 'one'; node: Candidate }
  | { kind: 'many'; candidates: Candidate[] }
  | { kind: 'none' }

/** Choices that a form shows for one name. */
const MOST = 8
/** The greatest code point: what begins with a text sorts between it and it with this after it, on both databases. */
const LAST = '\u{10ffff}'
/** What forms on this ledger may refer to; closed and merged records are out of use. */
const SHELVES = { in: ['public', 'desk'] }

type Where = Record<string, unknown>

const speakerKinds = (kinds: readonly NameKind[]): string[] =>
  kinds.includes('speaker')
    ? ['person', 'organization', 'anonymous']
    : kinds.filter((kind) => kind !== 'source' && kind !== 'topic')

const spoken = (...parts: (string | null | undefined)[]): string | null =>
  parts.filter(Boolean).join(', ') || null

const speakersBy = async (reader: Reader, kinds: string[], where: Where, take: number) => {
  if (kinds.length === 0) return []
  const rows = await reader.speaker.findMany({
    where: { shelf: SHELVES, kind: { in: kinds }, mergedIntoId: null, ...where },
    orderBy: [{ claimCount: 'desc' }, { id: 'asc' }],
    take,
    include: {
      vouchedBy: { select: { name: true } },
      roles: { orderBy: { position: 'asc' }, take: 1, include: { org: { select: { name: true } } } },
    },
  })
  return rows.map(
    ({ id, slug, name, kind, claimCount, roles: [role], vouchedBy, description }): Candidate => ({
      type: 'speaker',
      id,
      slug,
      name,
      kind,
      hint: spoken(role?.title, role?.org.name, vouchedBy?.name) ?? description?.slice(0, 80) ?? null,
      claims: claimCount,
    }),
  )
}

const sourcesBy = async (reader: Reader, where: Where, take: number) => {
  const rows = await reader.source.findMany({
    where: { shelf: SHELVES, ...where },
    orderBy: [{ claimCount: 'desc' }, { id: 'asc' }],
    take,
    include: { publisher: { select: { name: true } } },
  })
  return rows.map(
    ({ id, slug, title, kind, claimCount, publisher, publishedAt }): Candidate => ({
      type: 'source',
      id,
      slug,
      name: title,
      kind,
      hint: spoken(publisher?.name, publishedAt),
      claims: claimCount,
    }),
  )
}

const topicsBy = async (reader: Reader, where: Where, take: number) => {
  const rows = await reader.topic.findMany({
    where: { shelf: SHELVES, ...where },
    orderBy: [{ claimCount: 'desc' }, { id: 'asc' }],
    take,
  })
  return rows.map(
    ({ id, slug, name, claimCount }): Candidate => ({
      type: 'topic',
      id,
      slug,
      name,
      kind: 'topic',
      hint: null,
      claims: claimCount,
    }),
  )
}

/** Makes the condition for a kind, from the column that it is sorted by. */
type On = (column: string, type: Candidate['type']) => Where

/** All kinds at once, most claims first. */
const by = async (reader: Reader, kinds: readonly NameKind[], on: On, take: number): Promise<Candidate[]> => {
  const found = await Promise.all([
    speakersBy(reader, speakerKinds(kinds), on('sortName', 'speaker'), take),
    kinds.includes('source') ? sourcesBy(reader, on('sortTitle', 'source'), take) : [],
    kinds.includes('topic') ? topicsBy(reader, on('sortName', 'topic'), take) : [],
  ])
  return found
    .flat()
    .sort((a, b) => b.claims - a.claims || (a.id < b.id ? -1 : 1))
    .slice(0, take)
}

const beginning = (form: string) => (column: string) => ({ [column]: { gte: form, lt: form + LAST } })

/** The last part of a pasted address, or the text itself. */
const slugOf = (text: string): string =>
  /(?:^|\/)(?:speakers|sources|topics)\/([a-z0-9-]+)\/?(?:[?#].*)?$/.exec(text)?.[1] ?? text.toLowerCase()

const bySlug = async (
  reader: Reader,
  slug: string,
  find: (on: On) => Promise<Candidate[]>,
): Promise<Candidate[]> => {
  const found = await find(() => ({ slug }))
  if (found.length > 0) return found
  const former = await reader.formerSlug.findMany({ where: { slug } })
  const ids = former.map(({ targetId }) => targetId)
  return ids.length > 0 ? find(() => ({ id: { in: ids } })) : []
}

const folded = (name: string) => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()

/** How a form refers to a record whose choice is settled: its id after this sign, which no name begins with. */
export const PICKED = '#'

/**
 * The one record that a typed name means, or those that it may mean. Small and capital letters and marks make no
 * difference; then an address counts, then the beginning of a name.
 * @param text a name, a slug, an address of this site, or `#` and an id
 * @param seen of what a form may refer to, what the asker may learn of: of readers, what is public
 */
export const resolveName = async (
  db: Database,
  kinds: readonly NameKind[],
  text: string,
  seen: { shelf?: 'public' } = {},
): Promise<Resolved> => {
  const reader = db.reader
  const find = (on: On) => by(reader, kinds, (...of) => ({ ...on(...of), ...seen }), MOST)
  const typed = text.trim().replace(/\s+/g, ' ')
  const some = (candidates: Candidate[]): Resolved | null =>
    candidates.length === 0
      ? null
      : candidates.length === 1
        ? { kind: 'one', node: candidates[0] as Candidate }
        : { kind: 'many', candidates }
  if (typed.startsWith(PICKED)) {
    const id = typed.slice(PICKED.length)
    return some(await find(() => ({ id }))) ?? { kind: 'none' }
  }
  const form = sortForm(typed)
  if (form === '') return { kind: 'none' }
  const exact = await find((column) => ({ [column]: form }))
  const whole = exact.filter(({ name }) => folded(name) === folded(typed))
  return (
    // “The Guardian” and “Guardian” sort alike; the one that was written out wins.
    (whole.length === 1 ? some(whole) : null) ??
    some(exact) ??
    some(await bySlug(reader, slugOf(typed), find)) ??
    some(await find(beginning(form))) ?? { kind: 'none' }
  )
}

/**
 * Records whose name is, begins with, has a word that begins with, or holds what was typed: in that order, and those
 * with most claims first. Only for those who may write.
 */
export const searchNodes = async (
  db: Database,
  viewer: Viewer,
  text: string,
  kinds: readonly NameKind[],
  limit = MOST,
): Promise<Candidate[]> => {
  const form = sortForm(text.trim())
  if (form === '' || !can(viewer, 'record', { kind: 'claim', state: 'draft' })) return []
  // What others drafted is an editor's to see; a topic is nobody's own.
  const all = can(viewer, 'read', { kind: 'speaker', state: 'draft' })
  const own = viewer.kind === 'user' ? [{ ownerId: viewer.id }] : []
  const seen = (type: Candidate['type']): Where =>
    all ? {} : { OR: [{ shelf: 'public' }, ...(type === 'topic' ? [] : own)] }
  const ways: ((column: string) => Where)[] = [
    (column) => ({ [column]: form }),
    beginning(form),
    (column) => ({ [column]: { contains: ` ${form}` } }),
    (column) => ({ [column]: { contains: form } }),
  ]
  const found = new Map<string, Candidate>()
  for (const way of ways) {
    if (found.size >= limit) break
    const on: On = (column, type) => ({ ...way(column), ...seen(type) })
    for (const candidate of await by(db.reader, kinds, on, limit + found.size))
      found.set(candidate.id, candidate)
  }
  return [...found.values()].slice(0, limit)
}

/** Speakers, sources and topics by id, as candidates. */
export const candidatesOf = async (
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, Candidate>> => {
  if (ids.length === 0) return new Map()
  const found = await by(reader, ['speaker', 'source', 'topic'], () => ({ id: { in: [...ids] } }), ids.length)
  return new Map(found.map((candidate) => [candidate.id, candidate]))
}

/** The records behind settled choices (`#id`), to show their names in a form again. */
export const namesOfPicked = async (
  db: Database,
  kinds: readonly NameKind[],
  values: readonly string[],
): Promise<Map<string, Candidate>> => {
  const ids = values.flatMap((value) => (value.startsWith(PICKED) ? [value.slice(PICKED.length)] : []))
  if (ids.length === 0) return new Map()
  const found = await by(db.reader, kinds, () => ({ id: { in: ids } }), ids.length)
  return new Map(found.map((candidate) => [PICKED + candidate.id, candidate]))
}
