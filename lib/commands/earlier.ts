/** What was recorded of a speaker or a source in one of its versions (docs/decisions/0004). */
import { z } from 'zod'
import { type Context, stop } from './command'
import { withdrawing } from './stale'

/** Which version is to be as the present one; readers see why. */
export const restoring = z.object({ ...withdrawing, to: z.int().min(1) })

/**
 * Folds what the events up to a version set.
 * @param schema reads the record; fields of the events that are none of its own are left out
 * @param now what is recorded at present, for what no event ever set
 * @throws stops where there never was such a version, or where today's rules would not take it
 */
export const recordThen = async <S extends z.ZodType>(
  { tx }: Context,
  { kind, id, to }: { kind: 'speaker' | 'source'; id: string; to: number },
  schema: S,
  now: object,
): Promise<z.output<S>> => {
  const events = await tx.event.findMany({
    where: { subjectKind: kind, subjectId: id, version: { lte: to } },
    orderBy: { version: 'asc' },
    select: { version: true, record: true },
  })
  if (events.at(-1)?.version !== to)
    stop({ code: 'not_found', field: 'to', sentence: `There never was a version ${to} of this.` })
  const then = Object.assign({ ...now }, ...events.map(({ record }) => JSON.parse(record)))
  const parsed = schema.safeParse(then)
  if (parsed.success) return parsed.data
  return stop({
    code: 'invalid',
    field: 'to',
    sentence: 'That version was recorded under other rules than today’s; write it again by hand.',
  })
}
