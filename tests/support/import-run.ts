/** Imports from their file to their report, as the page and the command line have them done. */
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { receiveFile } from '../../lib/commands/imports/files'
import { checkImport, mapImport, runImport } from '../../lib/commands/imports/manage'
import { runJobs } from '../../lib/commands/jobs/run'
import type { Database } from '../../lib/db/client'
import type { Actor } from '../../lib/domain/actor'
import type { ImportProfile } from '../../lib/domain/import/profile'
import { type ImportJob, type ImportView, importOf, problemsOf } from '../../lib/queries/imports'
import { must } from '../../seeds/must'
import { bytesOf, pieces } from './import-file'

export interface Given {
  /** A path, or what stands in the file. */
  file: string | { name: string; text: string }
  profile?: Partial<ImportProfile>
  publish?: boolean
}

/** Sends a file and maps it; nothing is imported yet. */
export const sent = async (
  db: Database,
  actor: Actor,
  { file, profile = {}, publish = false }: Given,
): Promise<ImportView> => {
  const given =
    typeof file === 'string'
      ? { name: basename(file), bytes: createReadStream(file) as AsyncIterable<Uint8Array> }
      : { name: file.name, bytes: pieces(bytesOf(file.text), 64 * 1024) }
  const { id } = must(await receiveFile(db, actor, given), 'file')
  const view = (await importOf(db, actor, id)) as ImportView
  must(
    await mapImport(db, actor, { id, shape: view.shape, profile: { ...view.profile, ...profile }, publish }),
    'mapping',
  )
  return (await importOf(db, actor, id)) as ImportView
}

export interface Ran {
  view: ImportView
  job: ImportJob
  report: ImportJob['report']
  problems: string[]
}

const ended = async (db: Database, actor: Actor, id: string, dry: boolean): Promise<Ran> => {
  const view = (await importOf(db, actor, id)) as ImportView
  const job = (dry ? view.check : view.run) as ImportJob
  const problems = await problemsOf(db, actor, job.id, { take: 1_000 })
  return {
    view,
    job,
    report: job.report,
    problems: problems.map(({ line, sentence }) => `${line}: ${sentence}`),
  }
}

/** Finds out what an import would do. */
export const checked = async (db: Database, actor: Actor, given: Given): Promise<Ran> => {
  const { id } = await sent(db, actor, given)
  must(await checkImport(db, actor, { id }), 'check')
  await runJobs(db, { once: true })
  return ended(db, actor, id, true)
}

/** Imports a file to its end. */
export const imported = async (db: Database, actor: Actor, given: Given): Promise<Ran> => {
  const { id } = await sent(db, actor, given)
  must(await runImport(db, actor, { id }), 'run')
  await runJobs(db, { once: true })
  return ended(db, actor, id, false)
}

export { ended }
