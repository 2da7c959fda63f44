import { mkdirSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

export type DatabaseKind = 'sqlite' | 'postgresql'

/** A database that cannot be opened, with a sentence that says why and what to do. */
export class DatabaseUnavailable extends Error {
  constructor(
    readonly sentence: string,
    options?: ErrorOptions,
  ) {
    super(sentence, options)
    this.name = 'DatabaseUnavailable'
  }
}

/** A database that a newer version of the code has migrated: this one might write what that one cannot read. */
export class DatabaseNewer extends DatabaseUnavailable {
  constructor() {
    super(
      'The database is newer than this version of On Record; start the newer version, or restore a backup made before the upgrade.',
    )
    this.name = 'DatabaseNewer'
  }
}

export const DEFAULT_URL = 'file:./data/ledger.db'

export interface Target {
  kind: DatabaseKind
  url: string
  /** The file of an embedded database. */
  file: string | null
}

/** Adds the password that DATABASE_PASSWORD_FILE holds, where the address has none: containers are handed files. */
const withPassword = (url: string): string => {
  const file = process.env.DATABASE_PASSWORD_FILE
  if (!file) return url
  const address = new URL(url)
  if (address.password) return url
  try {
    address.password = encodeURIComponent(readFileSync(/* turbopackIgnore: true */ file, 'utf8').trim())
    return address.href
  } catch {
    throw new DatabaseUnavailable(
      `The file ${file} that DATABASE_PASSWORD_FILE names cannot be read; correct it, and let the server's user read it.`,
    )
  }
}

/**
 * Reads DATABASE_URL: nothing for the embedded database in ./data, `file:…` for another place, `postgresql://…`.
 * @throws DatabaseUnavailable for anything else
 */
export const targetOf = (url: string = process.env.DATABASE_URL || DEFAULT_URL): Target => {
  if (/^postgres(ql)?:\/\//.test(url)) return { kind: 'postgresql', url: withPassword(url), file: null }
  if (url.startsWith('file:')) {
    const file = resolve(/* turbopackIgnore: true */ url.slice('file:'.length).split('?')[0] ?? '')
    return { kind: 'sqlite', url: `file:${file}`, file }
  }
  throw new DatabaseUnavailable(
    'DATABASE_URL must begin with file: (the embedded database) or postgresql:// (a PostgreSQL server); correct it or leave it out.',
  )
}

/** Makes the folder of an embedded database, readable by its owner only. */
export const prepareFolder = (target: Target): void => {
  if (target.file) mkdirSync(dirname(target.file), { recursive: true, mode: 0o700 })
}
