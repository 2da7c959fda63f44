import { z } from 'zod'
import { topicKept } from '../db/records'
import { line, maybe, prose } from '../domain/input/parts'
import { sortForm } from '../domain/sorting'
import { command, stop } from './command'
import { changesBetween, writeEvent } from './events'
import { changing, refuseStale, requireReason } from './stale'

/** Changes the name or the description of a topic. No status depends on either. */
export const editTopic = command(
  z.object({
    ...changing,
    name: line(120, 'The name of the topic'),
    description: maybe(prose(2000, 'The description')),
  }),
  'edit',
  () => ({ kind: 'topic' }),
  async (context, input) => {
    const before = await topicKept(context.tx, input.id)
    if (!before) return stop({ code: 'not_found', sentence: 'This topic is not recorded here.' })
    await refuseStale(input.version, before.version, async () => before)
    requireReason(before.shelf, input.reason)
    const { id, slug } = before
    const record = { name: input.name, description: input.description }
    if (changesBetween(before.record, record).length === 0) return { id, slug, version: before.version }
    const version = before.version + 1
    const { count } = await context.tx.topic.updateMany({
      where: { id, version: before.version },
      data: { ...record, sortName: sortForm(record.name), version },
    })
    // Somebody else saved in the same moment.
    if (count === 0) await refuseStale(before.version, version, () => topicKept(context.tx, id))
    await writeEvent(context, {
      kind: 'topic.edited',
      subjectKind: 'topic',
      subjectId: id,
      version,
      shelf: before.shelf,
      summary: record.name,
      reason: input.reason,
      before: before.record,
      after: record,
    })
    return { id, slug, version }
  },
)
