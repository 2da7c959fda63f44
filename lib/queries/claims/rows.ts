import type { Reader } from '../../db/client'
import { speakerRefs } from '../refs'
import type { ClaimRow, TopicRef } from '../views'

/** The denormalised columns that a row of a list shows. */
export const rowFields = {
  id: true,
  slug: true,
  statement: true,
  quote: true,
  speechAct: true,
  speakerId: true,
  saidOn: true,
  status: true,
  shownStatus: true,
  family: true,
  sentence: true,
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
  quote: string | null
  speechAct: string
  speakerId: string | null
  saidOn: string | null
  status: string
  shownStatus: string
  family: string
  sentence: string
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

export const claimRow = (
  row: Fields,
  speakers: Awaited<ReturnType<typeof speakerRefs>>,
  topics: Map<string, TopicRef[]>,
): ClaimRow => ({
  slug: row.slug,
  statement: row.statement,
  quote: row.quote,
  speechAct: row.speechAct,
  speaker: row.speakerId ? (speakers.get(row.speakerId) ?? null) : null,
  saidOn: row.saidOn,
  topics: topics.get(row.id) ?? [],
  status: row.status,
  shownStatus: row.shownStatus,
  family: row.family,
  sentence: row.sentence,
  flags: publicFlags(row.flags),
  origins:
    row.originsFor === null || row.originsAgainst === null
      ? null
      : { supports: row.originsFor, contradicts: row.originsAgainst },
  evidence: { supports: row.evidenceFor, contradicts: row.evidenceAgainst },
})

/** Rows for these claims, in the order of the ids; ids without a claim are left out. */
export const claimRows = async (reader: Reader, ids: readonly string[]): Promise<ClaimRow[]> => {
  const found = await reader.claim.findMany({ where: { id: { in: [...ids] } }, select: rowFields })
  const byId = new Map(found.map((row) => [row.id, row]))
  const ordered = ids.flatMap((id) => byId.get(id) ?? [])
  const [speakers, topics] = await Promise.all([
    speakerRefs(
      reader,
      ordered.flatMap((row) => row.speakerId ?? []),
    ),
    topicsOf(reader, ids),
  ])
  return ordered.map((row) => claimRow(row, speakers, topics))
}
