/** What the importer says of a file: how it is read, what its records mean, that it is checked, run or called off. */
import { z } from 'zod'
import type { Tx } from '../../db/client'
import type { Import } from '../../db/generated/sqlite/client'
import { importProfile } from '../../domain/import/profile'
import { fileShape } from '../../domain/import/shape'
import { id, line } from '../../domain/input/parts'
import { type Context, command, commandOn, stop } from '../command'
import { writeEvent } from '../events'
import { enqueue } from '../jobs/queue'
import { mayImport, mayPublishImport } from './files'
import { IMPORT_CHECK, IMPORT_RUN } from './work'

const loadImport = async ({ tx }: Context, input: { id: string }): Promise<Import> =>
  (await tx.import.findUnique({ where: { id: input.id } })) ??
  stop({ code: 'not_found', sentence: 'This import is not here.' })

const OPEN = ['waiting', 'running']

const isOpen = async (tx: Tx, jobId: string | null): Promise<boolean> =>
  jobId !== null && (await tx.job.count({ where: { id: jobId, state: { in: OPEN } } })) > 0

const refuseGone = (row: Import): void => {
  if (row.goneAt)
    stop({ code: 'gone', sentence: 'The file was removed, because it was sent long ago. Send it again.' })
}

/** Says how a file is read and what its records mean. What was found of it before holds no longer. */
export const mapImport = commandOn(
  z.object({ id, shape: fileShape, profile: importProfile, publish: z.boolean().default(false) }),
  loadImport,
  (actor) => mayImport(actor),
  async ({ tx, actor }, input, row) => {
    refuseGone(row)
    if (row.runJobId && (await isOpen(tx, row.runJobId)))
      stop({ code: 'blocked', sentence: 'This import is running; wait until it has ended, or call it off.' })
    if (input.publish && !mayPublishImport(actor))
      stop({
        code: 'forbidden',
        field: 'publish',
        sentence:
          'What you import comes to the desk as drafts; putting claims before readers without a second pair of eyes is for admins.',
      })
    await tx.import.update({
      where: { id: row.id },
      data: {
        shape: JSON.stringify(input.shape),
        profile: JSON.stringify(input.profile),
        publish: input.publish,
        checkJobId: null,
      },
    })
    return { id: row.id }
  },
)

const begin = (kind: typeof IMPORT_CHECK | typeof IMPORT_RUN) =>
  commandOn(
    z.object({ id }),
    loadImport,
    (actor) => mayImport(actor),
    async (context, _input, row) => {
      const { tx } = context
      refuseGone(row)
      for (const jobId of [row.checkJobId, row.runJobId])
        if (await isOpen(tx, jobId)) stop({ code: 'blocked', sentence: 'This import is at work already.' })
      const jobId = await enqueue(context, { kind, subjectId: row.id, input: {}, total: row.bytes })
      await tx.import.update({
        where: { id: row.id },
        data: kind === IMPORT_RUN ? { runJobId: jobId } : { checkJobId: jobId },
      })
      if (kind === IMPORT_RUN)
        await writeEvent(context, {
          kind: 'import.started',
          subjectKind: 'import',
          subjectId: row.id,
          version: 1,
          shelf: 'desk',
          summary: row.fileName,
          after: {
            file: row.fileName,
            sha256: row.sha256,
            origin: importProfile.parse(JSON.parse(row.profile)).origin,
          },
        })
      return { id: row.id, jobId }
    },
  )

/** Finds out what an import would do, and changes nothing. */
export const checkImport = begin(IMPORT_CHECK)
/** Imports the file. */
export const runImport = begin(IMPORT_RUN)

/** Calls off what is at work. What was imported stays; the batch in hand is undone. */
export const cancelImport = commandOn(
  z.object({ id }),
  loadImport,
  (actor) => mayImport(actor),
  async ({ tx, at }, _input, row) => {
    const jobs = [row.checkJobId, row.runJobId].flatMap((jobId) => jobId ?? [])
    await tx.job.updateMany({
      where: { id: { in: jobs }, state: { in: OPEN } },
      data: { state: 'cancelled', finishedAt: at },
    })
    return { id: row.id }
  },
)

/** Goes on with an import that was called off or failed, from where it was. */
export const resumeImport = commandOn(
  z.object({ id }),
  loadImport,
  (actor) => mayImport(actor),
  async ({ tx }, _input, row) => {
    refuseGone(row)
    const where = { id: row.runJobId ?? '', state: { in: ['cancelled', 'failed'] } }
    const { count } = await tx.job.updateMany({
      where,
      data: { state: 'waiting', finishedAt: null, error: null },
    })
    if (count === 0) stop({ code: 'blocked', sentence: 'There is nothing to go on with.' })
    return { id: row.id }
  },
)

/** Saves a mapping under a name, in place of what had it before. */
export const saveProfile = command(
  z.object({ name: line(80, 'The name of the mapping'), profile: importProfile }),
  'record',
  () => ({ kind: 'import' }),
  async ({ tx, at, actor }, { name, profile }) => {
    const data = {
      profile: JSON.stringify(profile),
      byName: actor.kind === 'public' ? '' : actor.name,
      updatedAt: at,
    }
    await tx.importProfile.upsert({ where: { name }, create: { name, ...data }, update: data })
    return { name }
  },
)
