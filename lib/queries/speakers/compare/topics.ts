import type { Reader } from '../../../db/client'
import type { TopicRef } from '../../views'
import { madeBy, newestFirst } from './made'

export interface ComparedTopic {
  topic: TopicRef
  /** The ids of the claims about it of each of the two, newest first. */
  claims: [string[], string[]]
}

const topicsOf = (reader: Reader, speakerId: string, most: number) =>
  reader.$queryRaw<{ claim: string; slug: string; name: string; sort: string }[]>`
    SELECT m."id" AS claim, t."slug" AS slug, t."name" AS name, t."sortName" AS sort FROM ${madeBy(speakerId, most)}
    JOIN "ClaimTopic" ct ON ct."claimId" = m."id" JOIN "Topic" t ON t."id" = ct."topicId"
    WHERE t."shelf" = 'public' ${newestFirst}`

/** The topics of either: those of both first, those with most claims before others. */
export const comparedTopics = async (
  reader: Reader,
  ids: readonly [string, string],
  most: number,
): Promise<ComparedTopic[]> => {
  const found = await Promise.all(ids.map((id) => topicsOf(reader, id, most)))
  const topics = new Map<string, ComparedTopic & { sort: string }>()
  for (const [side, rows] of found.entries())
    for (const { claim, slug, name, sort } of rows) {
      const of = topics.get(slug) ?? { topic: { slug, name }, sort, claims: [[], []] }
      of.claims[side as 0 | 1].push(claim)
      topics.set(slug, of)
    }
  const shared = ({ claims: [a, b] }: ComparedTopic) => Math.min(a.length, b.length)
  const all = ({ claims: [a, b] }: ComparedTopic) => a.length + b.length
  return [...topics.values()]
    .sort(
      (a, b) =>
        Number(shared(b) > 0) - Number(shared(a) > 0) || all(b) - all(a) || (a.sort < b.sort ? -1 : 1),
    )
    .map(({ topic, claims }) => ({ topic, claims }))
}
