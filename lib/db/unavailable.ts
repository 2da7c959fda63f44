import { DatabaseUnavailable, type Target } from './url'

/** The address of a server without what must not be printed. */
const serverOf = (url: string): string => {
  try {
    return new URL(url).host
  } catch {
    return 'that address'
  }
}

/** What is wrong with a file, by the code of SQLite or of the operating system, and what to do. */
const aboutFile = (file: string, code: string, message: string): string => {
  if (code === 'SQLITE_NOTADB')
    return `${file} is not a SQLite database; point DATABASE_URL at the ledger's file, or move this one away.`
  if (code.startsWith('SQLITE_BUSY'))
    return `Another process keeps ${file} locked; wait until it has ended (an import, a backup), then try again.`
  if (code === 'SQLITE_FULL')
    return `The disk on which ${file} stands is full, so nothing was changed; make room, then try again.`
  if (code.startsWith('SQLITE_CORRUPT'))
    return `The database file ${file} is damaged; restore the last backup.`
  return `The database file ${file} cannot be opened (${message}); check that the folder exists and that you may read and write both.`
}

/** The same for a server: PostgreSQL's codes have five characters, the network's are words. */
const aboutServer = (url: string, code: string, message: string): string => {
  const server = serverOf(url)
  if (code === '28P01' || code === '28000')
    return `The PostgreSQL server at ${server} refused the user or the password; correct them in DATABASE_URL.`
  if (code === '3D000')
    return `The PostgreSQL server at ${server} has no database of that name; create it with createdb, or correct DATABASE_URL.`
  if (code === '42501')
    return `The user of DATABASE_URL may not change the tables at ${server} (${message}); make it the owner of the database.`
  if (code === '53100')
    return `The disk of the PostgreSQL server at ${server} is full, so nothing was changed; make room, then try again.`
  if (/^[0-9][0-9A-Z]{4}$/.test(code))
    return `The PostgreSQL server at ${server} cannot be used (${message}); its log says more.`
  return `No PostgreSQL server answers at ${server} (${code || message}); start it, or correct DATABASE_URL.`
}

/** What the schema engine says of a migration, in the first line of its message. */
const aboutUpgrade = (code: string, message: string): string =>
  code === 'P3005'
    ? 'The database of DATABASE_URL holds tables that are not of this ledger; give the ledger an empty one.'
    : `The upgrade of the database failed (${message.split('\n').slice(0, 2).join(' ').trim()}) and was undone; go on with the version before it, and report this.`

interface Failure {
  name?: string
  code?: string
  message?: string
  cause?: unknown
  meta?: { driverAdapterError?: { cause?: { originalCode?: string; originalMessage?: string } } }
}

/** What the driver said, where the client has wrapped it. */
const ofDriver = (error: Failure): { code: string; message: string } => {
  const inner =
    error.meta?.driverAdapterError?.cause ??
    (error.cause as { originalCode?: string; originalMessage?: string } | undefined)
  return {
    code: inner?.originalCode ?? error.code ?? '',
    message: inner?.originalMessage ?? (error.message ?? '').trim().split('\n').at(-1) ?? '',
  }
}

/**
 * Makes one sentence of what a driver threw: what is wrong and what to do. The password of an address is in none.
 * @returns the error itself if it has a sentence already
 */
export const asUnavailable = (target: Target, cause: unknown): DatabaseUnavailable => {
  if (cause instanceof DatabaseUnavailable) return cause
  const failure = cause as Failure
  if (failure.name === 'SchemaConnectorError')
    return new DatabaseUnavailable(aboutUpgrade(failure.code ?? '', failure.message ?? ''), { cause })
  const { code, message } = ofDriver(failure)
  const sentence = target.file
    ? aboutFile(target.file, code, message)
    : aboutServer(target.url, code, message)
  return new DatabaseUnavailable(sentence, { cause })
}
