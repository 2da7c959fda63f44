import type { Reader } from '../../db/client'
import { kept, speakerRefs } from '../refs'
import type { ClaimItem, ClaimRow, TopicRef } from '../views'

/** The denormalised columns that a row of a list shows. */
export const rowFields = {
  id: true,
  slug: true,
  statement: true,
  language: true,
  quote: true,
  speechAct: true,
  speakerId: true,
  saidOn: true,
  status: true,
  shownStatus: true,
  family: true,
  sentence: true,
  sentenceFacts: true,
  flags: true,
  originsFor: true,
  originsAgainst: true,
  evidenceFor: true,
  evidenceAgainst: true,
} as const

interface Fields {
  id: string
  slug: string
  statement: string
  language: string
  quote: string | null
  speechAct: string
  speakerId: string | null
  saidOn: string | null
  status: string
  shownStatus: string
  family: string
  sentence: string
  sentenceFacts: string
  flags: string
  originsFor: number | null
  originsAgainst: number | null
  evidenceFor: number
  evidenceAgainst: number
}

/** The internal alarm is for editors only (rules.md §2.8). */
export const publicFlags = (flags: string): string[] =>
  (JSON.parse(flags) as string[]).filter((flag) => flag !== 'named_speaker_on_background')

/** Topics of claims by claim id, in the order of their names. */
export const topicsOf = async (
  reader: Reader,
  claimIds: readonly string[],
): Promise<Map<string, TopicRef[]>> => {
  const rows = await reader.claimTopic.findMany({
    where: { claimId: { in: [...claimIds] } },
    select: { claimId: true, topic: { select: { slug: true, name: true, sortName: true } } },
  })
  rows.sort((a, b) => (a.topic.sortName < b.topic.sortName ? -1 : 1))
  const topics = new Map<string, TopicRef[]>()
  for (const { claimId, topic } of rows) {
    const list = topics.get(claimId) ?? []
    list.push({ slug: topic.slug, name: topic.name })
    topics.set(claimId, list)
  }
  return topics
}

/** Who says claims and what they are about, by id. */
type Around = [speakers: Awaited<ReturnType<typeof speakerRefs>>, topics: Map<string, TopicRef[]>]

export const claimRow = (row: Fields, ...[speakers, topics]: Around): ClaimRow => ({
  slug: row.slug,
  statement: row.statement,
  language: row.language,
  quote: row.quote,
  speechAct: row.speechAct,
  speaker: row.speakerId ? (speakers.get(row.speakerId) ?? null) : null,
  saidOn: row.saidOn,
  topics: topics.get(row.id) ?? [],
  status: row.status,
  shownStatus: row.shownStatus,
  family: row.family,
  sentence: row.sentence,
  sentenceFacts: row.sentenceFacts === '' ? null : JSON.parse(row.sentenceFacts),
  flags: publicFlags(row.flags),
  origins:
    row.originsFor === null || row.originsAgainst === null
      ? null
      : { supports: row.originsFor, contradicts: row.originsAgainst },
  evidence: { supports: row.evidenceFor, contradicts: row.evidenceAgainst },
})

/** What a row has besides, as data. */
const itemFields = {
  version: true,
  basis: true,
  capacity: true,
  venue: true,
  place: true,
  note: true,
  language: true,
  recordedAt: true,
  publishedAt: true,
  updatedAt: true,
} as const

interface ItemFields extends Fields {
  version: number
  basis: string
  capacity: string
  venue: string | null
  place: string | null
  note: string | null
  language: string
  recordedAt: Date
  publishedAt: Date | null
  updatedAt: Date
}

export const claimItem = (row: ItemFields, ...around: Around): ClaimItem => ({
  ...claimRow(row, ...around),
  ...kept(row),
  publishedAt: (row.publishedAt ?? row.recordedAt).toISOString(),
  basis: row.basis,
  capacity: row.capacity,
  venue: row.venue,
  place: row.place,
  note: row.note,
  language: row.language,
})

const inOrder = async <F extends Fields, T>(
  reader: Reader,
  ids: readonly string[],
  found: readonly F[],
  rowOf: (row: F, ...around: Around) => T,
): Promise<T[]> => {
  const byId = new Map(found.map((row) => [row.id, row]))
  const ordered = ids.flatMap((id) => byId.get(id) ?? [])
  const [speakers, topics] = await Promise.all([
    speakerRefs(
      reader,
      ordered.flatMap((row) => row.speakerId ?? []),
    ),
    topicsOf(reader, ids),
  ])
  return ordered.map((row) => rowOf(row, speakers, topics))
}

const among = (ids: readonly string[]) => ({ id: { in: [...ids] } })

/** Rows for these claims, in the order of the ids; ids without a claim are left out. */
export const claimRows = async (reader: Reader, ids: readonly string[]): Promise<ClaimRow[]> =>
  inOrder(reader, ids, await reader.claim.findMany({ where: among(ids), select: rowFields }), claimRow)

/** As claimRows, with what lists for programs have besides. */
export const claimItems = async (reader: Reader, ids: readonly string[]): Promise<ClaimItem[]> => {
  const found = await reader.claim.findMany({ where: among(ids), select: { ...rowFields, ...itemFields } })
  return inOrder(reader, ids, found, claimItem)
}
