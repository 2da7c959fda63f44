import { z } from 'zod'
import { newId } from '../domain/ids'
import { id, line, maybe, prose } from '../domain/input/parts'
import { sortForm } from '../domain/sorting'
import { shelf } from '../domain/vocabulary'
import { command, stop } from './command'
import { writeEvent } from './events'
import { freeSlug } from './slugs'

/** Records a topic that claims can be filed under. */
export const recordTopic = command(
  z.object({
    id: id.optional(),
    name: line(120, 'The name of the topic'),
    description: maybe(prose(2000, 'The description')),
    slug: z.string().max(80).optional(),
    shelf: shelf.default('public'),
  }),
  'record',
  ({ shelf }) => ({ kind: 'topic', ...(shelf === 'desk' ? { state: 'draft' } : {}) }),
  async (context, input) => {
    const topicId = input.id ?? newId()
    if (await context.tx.topic.findUnique({ where: { id: topicId } }))
      stop({ code: 'duplicate', field: 'id', sentence: `The id “${topicId}” is in use already.` })
    const slug = await freeSlug(context.tx, 'topic', input.slug ?? input.name)
    const { name, description } = input
    await context.tx.topic.create({
      data: { id: topicId, slug, name, sortName: sortForm(name), description, shelf: input.shelf },
    })
    await writeEvent(context, {
      kind: 'topic.recorded',
      subjectKind: 'topic',
      subjectId: topicId,
      version: 1,
      shelf: input.shelf,
      summary: name,
      after: { ...input, id: topicId, slug },
    })
    return { id: topicId, slug, version: 1 }
  },
)
