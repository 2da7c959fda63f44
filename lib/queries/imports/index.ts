/** Imports as their pages and the command line show them. Only for those who may import. */
import type { Database } from '../../db/client'
import type { Import, Job } from '../../db/generated/sqlite/client'
import { importBytes } from '../../db/import-file'
import { can, type Viewer } from '../../domain/actor'
import { textsOf } from '../../domain/import/cell'
import { isClaimReview } from '../../domain/import/claim-review'
import { isOwn } from '../../domain/import/own'
import { type ImportProfile, importProfile } from '../../domain/import/profile'
import { placesOf, valueAt } from '../../domain/import/record-places'
import { emptyReport, type Report } from '../../domain/import/report'
import { type FileShape, fileShape } from '../../domain/import/shape'
import { sampleOf } from '../../io/sample'

export interface ImportJob {
  id: string
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  done: number
  total: number
  error: string | null
  report: Report
}

export interface ImportView {
  id: string
  fileName: string
  bytes: number
  byName: string
  createdAt: Date
  gone: boolean
  publish: boolean
  shape: FileShape
  profile: ImportProfile
  check: ImportJob | null
  run: ImportJob | null
}

export interface ProblemView {
  line: number
  field: string
  sentence: string
  skips: boolean
}

const mayRead = (viewer: Viewer): boolean => can(viewer, 'read', { kind: 'import' })

const jobView = (job: Job | null | undefined): ImportJob | null => {
  if (!job) return null
  const progress = job.cursor ? (JSON.parse(job.cursor) as { report: Report }) : null
  const { id, state, done, total, error } = job
  return {
    id,
    state: state as ImportJob['state'],
    done,
    total,
    error,
    report: progress?.report ?? emptyReport(),
  }
}

const viewOf = (row: Import, jobs: ReadonlyMap<string, Job>): ImportView | null => {
  const shape = fileShape.safeParse(JSON.parse(row.shape))
  const profile = importProfile.safeParse(JSON.parse(row.profile))
  // A file that is still arriving has neither.
  if (!shape.success || !profile.success) return null
  const { id, fileName, bytes, byName, createdAt, publish } = row
  return {
    id,
    fileName,
    bytes,
    byName,
    createdAt,
    publish,
    gone: row.goneAt !== null,
    shape: shape.data,
    profile: profile.data,
    check: jobView(jobs.get(row.checkJobId ?? '')),
    run: jobView(jobs.get(row.runJobId ?? '')),
  }
}

const withJobs = async (db: Database, rows: readonly Import[]): Promise<ImportView[]> => {
  const ids = rows.flatMap(({ checkJobId, runJobId }) => [checkJobId ?? [], runJobId ?? []].flat())
  const jobs = await db.reader.job.findMany({ where: { id: { in: ids } } })
  const byId = new Map(jobs.map((job) => [job.id, job]))
  return rows.flatMap((row) => viewOf(row, byId) ?? [])
}

/** @returns null where it is not there, or is not the viewer's to see */
export const importOf = async (db: Database, viewer: Viewer, id: string): Promise<ImportView | null> => {
  if (!mayRead(viewer)) return null
  const row = await db.reader.import.findUnique({ where: { id } })
  return row ? ((await withJobs(db, [row]))[0] ?? null) : null
}

/** Imports shown on one page; older ones are found by the events of the log. */
const LISTED = 100

export const listImports = async (db: Database, viewer: Viewer): Promise<ImportView[]> =>
  mayRead(viewer)
    ? withJobs(db, await db.reader.import.findMany({ orderBy: { createdAt: 'desc' }, take: LISTED }))
    : []

/** What was wrong with the records of a file, in their order. */
export const problemsOf = async (
  db: Database,
  viewer: Viewer,
  jobId: string,
  { take, skip = 0 }: { take: number; skip?: number },
): Promise<ProblemView[]> =>
  mayRead(viewer)
    ? db.reader.importProblem.findMany({
        where: { jobId },
        orderBy: [{ line: 'asc' }, { id: 'asc' }],
        take,
        skip,
        select: { line: true, field: true, sentence: true, skips: true },
      })
    : []

/** Names of the mappings that were saved. */
export const savedMappings = async (db: Database, viewer: Viewer): Promise<string[]> =>
  mayRead(viewer)
    ? (await db.reader.importProfile.findMany({ orderBy: { name: 'asc' }, select: { name: true } })).map(
        ({ name }) => name,
      )
    : []

/** A mapping by the name under which it was saved. */
export const savedMapping = async (
  db: Database,
  viewer: Viewer,
  name: string,
): Promise<ImportProfile | null> => {
  const row = mayRead(viewer) ? await db.reader.importProfile.findUnique({ where: { name } }) : null
  const parsed = row ? importProfile.safeParse(JSON.parse(row.profile)) : null
  return parsed?.success ? parsed.data : null
}

/** Records that the mapping's page shows values of. */
const SHOWN = 20

export interface Sample {
  /** Records whose fields are known, so that nothing is to be mapped: ClaimReview, and our own data. */
  known: 'claimReview' | 'own' | null
  /** Places that hold values, each with the first of them. */
  places: { place: string; first: string }[]
}

const knownAs = (records: readonly Record<string, unknown>[]): Sample['known'] => {
  if (records.some(isClaimReview)) return 'claimReview'
  return records.some(isOwn) ? 'own' : null
}

/** A value in a cell of a page is cut here. */
const CUT = 80

/** What stands in the first records of a file. */
export const sampleOfImport = async (db: Database, viewer: Viewer, view: ImportView): Promise<Sample> => {
  if (!mayRead(viewer) || view.gone) return { known: null, places: [] }
  const records = await sampleOf(importBytes(db.reader, view.id), view.shape, SHOWN)
  const places = placesOf(records).slice(0, 120)
  return {
    known: knownAs(records),
    places: places.map((place) => ({
      place,
      first: records.flatMap((record) => textsOf(valueAt(record, place))[0] ?? [])[0]?.slice(0, CUT) ?? '',
    })),
  }
}
