/** Two speakers side by side: how their claims are sourced, what both speak about, and what ties them. */
import type { Database, Reader } from '../../../db/client'
import type { Viewer } from '../../../domain/actor'
import { claimRows } from '../../claims/rows'
import { countsBy, sumOf } from '../../counts'
import { speakerRefs } from '../../refs'
import type { ClaimRow, SpeakerRef, StatusCounts, TopicRef } from '../../views'
import { citing, type LinkBetween, linksBetween, relationsFrom, sameWords } from './between'
import { COMPARED } from './made'
import { comparedTopics } from './topics'

/** One value for each of the two, in the order of the address. */
export type Pair<T> = [T, T]

/** Claims that are shown, the newest, of so many. */
export interface Some {
  rows: ClaimRow[]
  n: number
}

export interface Comparison {
  speakers: Pair<{ speaker: SpeakerRef; claims: number; counts: StatusCounts }>
  topics: { topic: TopicRef; claims: Pair<number> }[]
  /** Those of both, with claims of each. */
  shared: { topic: TopicRef; claims: Pair<Some> }[]
  /** Of each: its claims for which the other is cited, and what it got from the other. */
  relies: Pair<{ cites: Some; links: LinkBetween[] }>
  /** Of each: its claims against which the other is cited, and its claims about claims of the other. */
  against: Pair<{ cited: Some; relations: { kind: string; from: ClaimRow; to: ClaimRow }[] }>
  /** Claims of both that say the same: as editors recorded, or in the same words. */
  same: { recorded: boolean; claims: Pair<ClaimRow> }[]
  /** Where one of them has more claims than are compared: only so many, the newest. */
  newest: number | null
}

/** Of each list, as many as show what it is about. */
const SHOWN = 5
/** Topics whose claims stand side by side, and claims of each there. */
const TOPICS = 6
const IN_TOPIC = 3
/** Repeats that are shown. */
const REPEATS = 20

const rowsById = async (reader: Reader, ids: readonly string[]): Promise<Map<string, ClaimRow>> => {
  const distinct = [...new Set(ids)]
  const known = await reader.claim.findMany({
    where: { id: { in: distinct } },
    select: { id: true, slug: true },
  })
  const slugs = new Map(known.map(({ id, slug }) => [slug, id]))
  const rows = await claimRows(reader, distinct)
  return new Map(rows.map((row) => [slugs.get(row.slug) ?? row.slug, row]))
}

/** The ids of the two by their addresses, in the same order. */
type Ids = Pair<string>

const load = async (reader: Reader, ids: Ids, most: number) => {
  const [a, b] = ids
  const back: Ids = [b, a]
  const both = <T>(read: (by: string, other: string) => Promise<T>): Promise<Pair<T>> =>
    Promise.all([read(...ids), read(...back)])
  return {
    topics: await comparedTopics(reader, ids, most),
    cites: await both((by, cited) => citing(reader, 'supports', { by, cited }, most)),
    links: await both((from, to) => linksBetween(reader, from, to)),
    cited: await both((by, cited) => citing(reader, 'contradicts', { by, cited }, most)),
    relations: await both((from, to) => relationsFrom(reader, from, to, most)),
    words: await sameWords(reader, ids, most),
  }
}

/**
 * Compares two different speakers on the public shelf.
 * @param slugs their present addresses, in the order of the columns
 * @param most claims of each that are compared one by one
 * @returns null where one of them is not there
 */
export const compareSpeakers = async (
  db: Database,
  _viewer: Viewer,
  slugs: Pair<string>,
  most = COMPARED,
): Promise<Comparison | null> => {
  const { reader } = db
  const found = await reader.speaker.findMany({
    where: { slug: { in: slugs }, shelf: 'public' },
    select: { id: true, slug: true },
  })
  const idOf = (slug: string) => found.find((speaker) => speaker.slug === slug)?.id
  const [a, b] = [idOf(slugs[0]), idOf(slugs[1])]
  if (!a || !b || a === b) return null
  const [refs, counts, { topics, cites, links, cited, relations, words }] = await Promise.all([
    speakerRefs(reader, [a, b]),
    countsBy(reader, 'speaker', [a, b]),
    load(reader, [a, b], most),
  ])
  const shared = topics.filter(({ claims }) => claims.every((ids) => ids.length > 0)).slice(0, TOPICS)
  const repeats = relations.flatMap((list, side) =>
    list
      .filter(({ kind }) => kind === 'restates')
      .map(({ from, to }): Pair<string> => (side === 0 ? [from, to] : [to, from])),
  )
  const key = (pair: Pair<string>) => pair.join(' ')
  const recorded = new Set(repeats.map(key))
  const same = [...new Map([...repeats, ...words].map((pair) => [key(pair), pair])).values()].slice(
    0,
    REPEATS,
  )
  const rows = await rowsById(reader, [
    ...shared.flatMap(({ claims }) => claims.flatMap((ids) => ids.slice(0, IN_TOPIC))),
    ...[...cites, ...cited].flatMap((ids) => ids.slice(0, SHOWN)),
    ...relations.flat().flatMap(({ from, to }) => [from, to]),
    ...same.flat(),
  ])
  const row = (id: string) => rows.get(id) ?? []
  const some = (ids: readonly string[], shown: number): Some => ({
    rows: ids.slice(0, shown).flatMap(row),
    n: ids.length,
  })
  const pair = <T>(of: (side: 0 | 1) => T): Pair<T> => [of(0), of(1)]
  const head = (id: string) => {
    const speaker = refs.get(id)
    if (!speaker) throw new Error(`The speaker ${id} went while it was read.`)
    const of = counts.get(id) ?? {}
    return { speaker, claims: sumOf(of), counts: of }
  }
  const speakers: Comparison['speakers'] = [head(a), head(b)]
  return {
    speakers,
    topics: topics.map(({ topic, claims }) => ({ topic, claims: pair((side) => claims[side].length) })),
    shared: shared.map(({ topic, claims }) => ({
      topic,
      claims: pair((side) => some(claims[side], IN_TOPIC)),
    })),
    relies: pair((side) => ({ cites: some(cites[side], SHOWN), links: links[side] })),
    against: pair((side) => ({
      cited: some(cited[side], SHOWN),
      relations: relations[side]
        .filter(({ kind }) => kind !== 'restates')
        .flatMap(({ kind, from, to }) => {
          const [left, right] = [rows.get(from), rows.get(to)]
          return left && right ? [{ kind, from: left, to: right }] : []
        }),
    })),
    same: same.flatMap((ids) => {
      const [left, right] = [rows.get(ids[0]), rows.get(ids[1])]
      return left && right
        ? [{ recorded: recorded.has(key(ids)), claims: [left, right] as Pair<ClaimRow> }]
        : []
    }),
    newest: speakers.some(({ claims }) => claims > most) ? most : null,
  }
}
