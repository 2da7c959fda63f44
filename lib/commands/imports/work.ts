/** The work of an import: a file is read again from its beginning, and goes on after the rows that were done. */

import { setImmediate as turn } from 'node:timers/promises'
import { bulkInsert, packed } from '../../db/bulk'
import type { Database } from '../../db/client'
import { importBytes } from '../../db/import-file'
import { type Actor, can } from '../../domain/actor'
import { newId } from '../../domain/ids'
import { mapRecord } from '../../domain/import/map'
import { type ImportProfile, importProfile } from '../../domain/import/profile'
import { added, emptyReport, type Report } from '../../domain/import/report'
import { type FileShape, fileShape, type Row } from '../../domain/import/shape'
import { userRole } from '../../domain/vocabulary'
import { readRows } from '../../io/read'
import { Unreadable } from '../../io/unreadable'
import type { Context } from '../command'
import { inTransaction } from '../command'
import { advance, type Work } from '../jobs/queue'
import { applyBatch, type BatchResult, type Item, type LineProblem, type Settings, SUBJECTS } from './batch'
import { mayImport, mayPublishImport } from './files'
import { Known } from './known'
import { Seen } from './seen'

export const IMPORT_CHECK = 'import-check'
export const IMPORT_RUN = 'import-run'

/** Rows in one transaction: about half a second, for which whoever edits meanwhile waits. */
const BATCH = 400
/** Bytes of the file after which a batch ends sooner: rows of any length take the same memory. */
const BATCH_BYTES = 1024 * 1024
/** Problems that are kept; a file that has more of them is the wrong file, or wrongly mapped. */
const MOST_PROBLEMS = 20_000

/** Where a job is: the rows that were read, and what came of them. */
export interface Progress {
  row: number
  problems: number
  report: Report
  /** Why reading ended before the file did. */
  ended: { line: number; sentence: string } | null
}

const START: Progress = { row: 0, problems: 0, report: emptyReport(), ended: null }

interface Task {
  db: Database
  actor: Actor
  settings: Settings
  shape: FileShape
  profile: ImportProfile
  dry: boolean
}

/** Whoever started the job, with the rights of now. */
const actorOf = async (db: Database, jobId: string): Promise<Actor> => {
  const { byId, byName } = await db.reader.job.findUniqueOrThrow({ where: { id: jobId } })
  if (byId === null) return { kind: 'system', name: byName }
  const user = await db.reader.user.findUnique({ where: { id: byId } })
  const role = userRole.safeParse(user?.role)
  return user && !user.disabledAt && role.success
    ? { kind: 'user', id: user.id, name: user.name, role: role.data }
    : { kind: 'public' }
}

const taskOf = async (db: Database, work: Work, dry: boolean): Promise<Task> => {
  const actor = await actorOf(db, work.id)
  const row = await db.reader.import.findUniqueOrThrow({ where: { id: work.subjectId ?? '' } })
  if (!mayImport(actor)) throw new Error('Whoever started this import may not import any more.')
  if (row.goneAt) throw new Error('The file was removed, because it was sent long ago. Send it again.')
  const profile = importProfile.parse(JSON.parse(row.profile))
  const publish = row.publish && mayPublishImport(actor)
  const state = publish ? 'published' : 'draft'
  return {
    db,
    actor,
    dry,
    profile,
    shape: fileShape.parse(JSON.parse(row.shape)),
    settings: {
      importId: row.id,
      fileName: row.fileName,
      origin: profile.origin,
      sameName: profile.sameName,
      place: { shelf: publish ? 'public' : 'desk', state, ownerId: actor.kind === 'user' ? actor.id : null },
      // A claim that is not before readers shows nobody its verdicts; who may not give any leaves them to a reviewer.
      reviewState: can(actor, 'review', { kind: 'review', state: 'published' }) ? 'published' : 'draft',
    },
  }
}

const itemOf = (row: Row, profile: ImportProfile): Item =>
  'problem' in row
    ? { line: row.line, drafts: [], problems: [{ field: '', sentence: row.problem, skips: true }] }
    : { line: row.line, ...mapRecord(row.value, profile) }

/** What a check found, thrown to undo what it wrote to find it. */
class Checked extends Error {
  constructor(readonly result: BatchResult) {
    super('checked')
  }
}

const keepProblems = async (
  context: Context,
  jobId: string,
  problems: readonly LineProblem[],
  room: number,
): Promise<void> => {
  const rows = problems.slice(0, Math.max(0, room)).map((problem) => ({ id: newId(), jobId, ...problem }))
  await bulkInsert(context.tx, packed('ImportProblem', rows))
}

const after = (progress: Progress, rows: number, { report, problems }: BatchResult): Progress => {
  const kept = Math.min(problems.length, Math.max(0, MOST_PROBLEMS - progress.problems))
  const sum = added(progress.report, report)
  return {
    ...progress,
    row: progress.row + rows,
    problems: progress.problems + kept,
    report: { ...sum, moreProblems: sum.moreProblems + problems.length - kept },
  }
}

/** How far a job is, for whoever waits: bytes of the file that were read. */
export type OnProgress = (progress: Progress, bytes: number) => void

class Run {
  private readonly seen = new Seen()

  constructor(
    private readonly task: Task,
    private work: Work,
    private progress: Progress,
    private readonly onProgress?: OnProgress,
  ) {}

  /** Meets the ids of rows that were done before a kill, and the records that they became. */
  async meet(items: readonly Item[]): Promise<void> {
    const known = new Known(this.task.db.reader, this.task.settings.origin, new Date())
    const drafts = items.flatMap((item) => item.drafts.map((draft) => ({ draft, line: item.line })))
    for (const kind of SUBJECTS)
      await known.look(
        kind,
        drafts.filter(({ draft }) => draft.subject === kind).flatMap(({ draft }) => draft.keys),
      )
    for (const { draft, line } of drafts) known.meet(draft, this.seen, line)
    this.seen.keep()
  }

  private async finishIn(
    context: Context,
    rows: number,
    result: BatchResult,
    bytes: number,
  ): Promise<{ work: Work; progress: Progress }> {
    const progress = after(this.progress, rows, result)
    await keepProblems(context, this.work.id, result.problems, MOST_PROBLEMS - this.progress.problems)
    const work = await advance(context.tx, this.work, { cursor: progress, done: bytes })
    return { work, progress }
  }

  private took({ work, progress }: { work: Work; progress: Progress }, bytes: number): void {
    this.work = work
    this.progress = progress
    this.seen.keep()
    this.onProgress?.(progress, bytes)
  }

  /** Finds out what a batch would do, by doing and undoing it. */
  private async check(items: readonly Item[]) {
    const { db, actor, settings } = this.task
    try {
      return await inTransaction<BatchResult>(db, actor, async (context) => {
        this.seen.forget()
        throw new Checked(await applyBatch(context, settings, items, this.seen))
      })
    } catch (error) {
      if (error instanceof Checked) return { ok: true as const, value: error.result }
      throw error
    }
  }

  /** Does a batch; one that is refused is done in halves, until the one record that is refused is found. */
  async batch(items: readonly Item[], bytes: number): Promise<void> {
    const { db, actor, settings, dry } = this.task
    const done = dry
      ? await this.check(items)
      : await inTransaction(db, actor, async (context) => {
          this.seen.forget()
          return this.finishIn(
            context,
            items.length,
            await applyBatch(context, settings, items, this.seen),
            bytes,
          )
        })
    if (done.ok) {
      if ('work' in done.value) this.took(done.value, bytes)
      else {
        const { value } = done
        this.took(await this.say(items.length, value, bytes), bytes)
      }
      return
    }
    this.seen.forget()
    const [only, ...others] = items
    if (only && others.length === 0) {
      const problem = {
        line: only.line,
        field: done.refusal.field ?? '',
        sentence: done.refusal.sentence,
        skips: true,
      }
      const report = { ...emptyReport(), rows: 1, skipped: 1 }
      this.took(
        await this.say(
          1,
          { report, problems: [...only.problems.map((each) => ({ ...each, line: only.line })), problem] },
          bytes,
        ),
        bytes,
      )
      return
    }
    const half = Math.ceil(items.length / 2)
    await this.batch(items.slice(0, half), bytes)
    await this.batch(items.slice(half), bytes)
  }

  /** Writes what is known of some rows, and nothing else. */
  private say(rows: number, result: BatchResult, bytes: number) {
    return this.task.db.write((tx) =>
      this.finishIn({ tx, actor: this.task.actor, at: new Date() }, rows, result, bytes),
    )
  }

  /** Reading ended before the file did. */
  async end(error: Unreadable, bytes: number): Promise<void> {
    this.progress = { ...this.progress, ended: { line: error.line, sentence: error.sentence } }
    const problem = { line: error.line, field: '', sentence: error.sentence, skips: true }
    this.took(await this.say(0, { report: emptyReport(), problems: [problem] }, bytes), bytes)
  }

  get last(): Work {
    return this.work
  }
}

/** Does all rows of a file that are not done yet. */
const workOn = async (
  db: Database,
  begun: Work,
  dry: boolean,
  signal?: AbortSignal,
  onProgress?: OnProgress,
): Promise<Work> => {
  const task = await taskOf(db, begun, dry)
  const progress = (begun.cursor as Progress | null) ?? START
  if (progress.ended) return begun
  const run = new Run(task, begun, progress, onProgress)
  let bytes = 0
  const counted = async function* () {
    for await (const piece of importBytes(db.reader, task.settings.importId)) {
      bytes += piece.length
      yield piece
    }
  }
  let items: Item[] = []
  let begins = 0
  let row = 0
  try {
    for await (const each of readRows(counted(), task.shape)) {
      const item = itemOf(each, task.profile)
      items.push(item)
      row++
      const past = row <= progress.row
      const full = items.length >= BATCH || bytes - begins >= BATCH_BYTES
      if (!full && row !== progress.row) continue
      if (past) await run.meet(items)
      else await run.batch(items, bytes)
      items = []
      begins = bytes
      // Others of this process have their turn between two batches.
      await turn()
      if (signal?.aborted) return run.last
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    if (items.length > 0) await run.batch(items, bytes)
    await run.end(error, bytes)
    return run.last
  }
  // An empty batch too, so that a file without any record ends with a report.
  await run.batch(items, bytes)
  return run.last
}

export const workOnImportCheck = (db: Database, work: Work, signal?: AbortSignal): Promise<Work> =>
  workOn(db, work, true, signal)
export const workOnImport = (db: Database, work: Work, signal?: AbortSignal): Promise<Work> =>
  workOn(db, work, false, signal)
