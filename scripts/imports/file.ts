/** A file of others, imported as the desk does, with how far it is and what came of it (docs/import.md). */
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { receiveFile } from '../../lib/commands/imports/files'
import { checkImport, mapImport, resumeImport, runImport } from '../../lib/commands/imports/manage'
import { runJobs } from '../../lib/commands/jobs/run'
import type { Database } from '../../lib/db/client'
import type { Actor } from '../../lib/domain/actor'
import { importProfile } from '../../lib/domain/import/profile'
import type { Result } from '../../lib/domain/result'
import { Scanner } from '../../lib/io/scan'
import { importOf, problemsOf } from '../../lib/queries/imports'

export interface Options {
  profile?: string
  collection?: string
  publisher?: string
  'dry-run': boolean
  publish: boolean
}

const actor: Actor = { kind: 'system', name: 'npm run import' }

/** Problems that are printed before the rest is only counted. */
const SHOWN = 50

const must = <T>(result: Result<T>): T => {
  if (result.ok) return result.value
  throw new Error(result.refusal.sentence)
}

const savedProfile = async (db: Database, name: string) => {
  const row = await db.reader.importProfile.findUnique({ where: { name } })
  if (!row) throw new Error(`No mapping is saved under “${name}”. Save one on the page of an import.`)
  return importProfile.parse(JSON.parse(row.profile))
}

/** The import of these bytes that was begun and not ended, if there is one. */
const unfinished = async (db: Database, file: string): Promise<string | null> => {
  const scanner = new Scanner()
  for await (const piece of createReadStream(file)) scanner.add(piece as Buffer)
  const { sha256 } = scanner.end()
  const rows = await db.reader.import.findMany({
    where: { sha256, goneAt: null, runJobId: { not: null } },
    orderBy: { createdAt: 'desc' },
    take: 1,
  })
  const [row] = rows
  const job = row?.runJobId ? await db.reader.job.findUnique({ where: { id: row.runJobId } }) : null
  if (!row || !job || job.state === 'done') return null
  if (job.state === 'failed' || job.state === 'cancelled') must(await resumeImport(db, actor, { id: row.id }))
  return row.id
}

const begin = async (db: Database, file: string, values: Options): Promise<string> => {
  const goOn = values['dry-run'] ? null : await unfinished(db, file)
  if (goOn) {
    console.log('This file was being imported before; going on with it.')
    return goOn
  }
  const saved = values.profile ? await savedProfile(db, values.profile) : null
  const { id } = must(
    await receiveFile(db, actor, { name: basename(file), bytes: createReadStream(file), saved }),
  )
  const view = await importOf(db, actor, id)
  if (!view) throw new Error('The import that was just made cannot be read.')
  const { shape, profile } = view
  const constants = values.publisher
    ? { ...profile.constants, reviewer: values.publisher }
    : profile.constants
  const origin = values.collection ?? profile.origin
  must(
    await mapImport(db, actor, {
      id,
      shape,
      profile: { ...profile, origin, constants },
      publish: values.publish,
    }),
  )
  must(await (values['dry-run'] ? checkImport : runImport)(db, actor, { id }))
  return id
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Works on it, or waits for the server that does. */
const wait = async (db: Database, id: string, dry: boolean) => {
  let shown = ''
  for (;;) {
    const working = runJobs(db, { once: true })
    let ended = false
    void working.finally(() => {
      ended = true
    })
    while (!ended) {
      const view = await importOf(db, actor, id)
      const job = dry ? view?.check : view?.run
      const line = job
        ? `${job.report.rows} records, ${Math.floor((100 * job.done) / Math.max(1, job.total))} %`
        : ''
      if (line && line !== shown) console.log((shown = line))
      await Promise.race([working, pause(500)])
    }
    await working
    const view = await importOf(db, actor, id)
    const job = dry ? view?.check : view?.run
    if (!job) throw new Error('The import is gone.')
    if (job.state !== 'waiting' && job.state !== 'running') return job
    await pause(500)
  }
}

/** Imports a file, or goes on with it. @returns whether everything in it was taken */
export const importFile = async (db: Database, file: string, values: Options): Promise<boolean> => {
  const dry = values['dry-run']
  const id = await begin(db, file, values)
  const job = await wait(db, id, dry)
  const { report } = job
  for (const { line, sentence } of await problemsOf(db, actor, job.id, { take: SHOWN }))
    console.log(`${line}: ${sentence}`)
  const problems = report.skipped + report.partly
  if (problems > SHOWN) console.log(`… and more: ${problems} records have problems.`)
  if (job.error) console.log(job.error)
  console.log(
    `${report.rows} records: ${report.created} ${dry ? 'would be created' : 'created'}, ${report.updated} ${dry ? 'would be updated' : 'updated'}, ${report.unchanged} unchanged, ${report.skipped} left out, ${report.partly} without a part; ${report.reviews} verdicts, ${report.speakers} new speakers, ${report.sources} new sources.`,
  )
  if (report.reviewsOfNobody > 0)
    console.log(
      `${report.reviewsOfNobody} verdicts were left out, because the file does not say whose they are: add --publisher NAME.`,
    )
  return job.state === 'done' && report.skipped === 0
}
