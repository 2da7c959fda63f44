/** Sources and topics of our own data, by themselves: recorded with their ids where they are not here. */
import type { SourceThing, TopicThing } from '../../domain/import/draft'
import { sourceInput } from '../../domain/input/source'
import { sortForm } from '../../domain/sorting'
import { recordSource } from '../sources'
import { recordTopic } from '../topics'
import type { Batch } from './batch'
import type { Match } from './known'

const SHELVES = { in: ['public', 'desk'] }

interface Here {
  id: string
  says: string
}

const sourceHere = async ({ context: { tx } }: Batch, draft: SourceThing): Promise<Here | null> => {
  const found =
    (await tx.source.findUnique({ where: { id: draft.own.id } })) ??
    (draft.url ? await tx.source.findFirst({ where: { url: draft.url, shelf: SHELVES } }) : null)
  return (
    found && {
      id: found.id,
      says: JSON.stringify([found.title, found.kind, found.status, found.publishedAt]),
    }
  )
}

const topicHere = async ({ context: { tx } }: Batch, draft: TopicThing): Promise<Here | null> => {
  const found =
    (await tx.topic.findUnique({ where: { id: draft.own.id } })) ??
    (await tx.topic.findFirst({ where: { sortName: sortForm(draft.name), shelf: SHELVES } }))
  return found && { id: found.id, says: JSON.stringify([found.name, found.description]) }
}

const saysOf = (draft: SourceThing | TopicThing): string =>
  draft.subject === 'topic'
    ? JSON.stringify([draft.name, draft.description])
    : JSON.stringify([draft.name, draft.kind, draft.status, draft.publishedAt])

const recordSourceThing = async (batch: Batch, draft: SourceThing, line: number): Promise<string | null> => {
  const { context, names, writer, settings } = batch
  const publisher = draft.publisher
    ? names.speaker({ name: draft.publisher, id: null, kind: 'organization', url: null, description: null })
    : null
  if (publisher && 'problem' in publisher)
    batch.problems.push({ line, field: 'publisher', sentence: publisher.problem, skips: false })
  const by = publisher && 'id' in publisher ? publisher.id : null
  if (by) await writer.writeNodes(new Set([by]))
  const { own, name, kind, status, url, publishedAt } = draft
  const parsed = sourceInput.safeParse({
    id: own.id,
    kind,
    status,
    url,
    publishedAt,
    title: name,
    publisher: by,
  })
  if (!parsed.success) {
    const sentence = parsed.error.issues[0]?.message ?? 'This source cannot be recorded.'
    batch.problems.push({ line, field: 'title', sentence, skips: true })
    return null
  }
  const { shelf } = settings.place
  return (await recordSource.within(context, { ...parsed.data, id: own.id, slug: own.slug, shelf })).id
}

/** Records a source or a topic, unless it is here. What is here is changed on its page, with what rests on it in view. */
export const recordThing = async (
  batch: Batch,
  draft: SourceThing | TopicThing,
  match: Match,
  line: number,
): Promise<void> => {
  const { context, known, report, settings } = batch
  const here = await (draft.subject === 'topic' ? topicHere(batch, draft) : sourceHere(batch, draft))
  if (here) {
    if (here.says !== saysOf(draft))
      batch.problems.push({
        line,
        field: 'name',
        sentence: 'It is here already and says something else; change it on its page.',
        skips: false,
      })
    if (match.kind === 'known') known.update(match.record, draft, { record: {} })
    else known.remember(draft, { subjectId: here.id, record: {} })
    report.unchanged++
    return
  }
  const { shelf } = settings.place
  const id =
    draft.subject === 'source'
      ? await recordSourceThing(batch, draft, line)
      : (
          await recordTopic.within(context, {
            id: draft.own.id,
            slug: draft.own.slug,
            name: draft.name,
            description: draft.description,
            shelf,
          })
        ).id
  if (id === null) return
  known.remember(draft, { subjectId: id, record: {} })
  report.created++
  if (draft.subject === 'source') report.sources++
  else report.topics++
}
