/** The secret that signs session cookies. Nobody chooses it: it is made at the first start. */
import 'server-only'
import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const LEAST = 32

/** Where an embedded database stands; a server's has no folder here, and the usual one is taken. */
const folderOf = (databaseUrl: string): string =>
  databaseUrl.startsWith('file:') ? dirname(databaseUrl.slice('file:'.length)) : './data'

const kept = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Written whole under another name first: of two processes that start together, both read what one wrote. */
const make = (file: string): void => {
  // Beside a server's database nothing else has made it.
  mkdirSync(/* turbopackIgnore: true */ dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    unlinkSync(draft)
  }
}

/** BETTER_AUTH_SECRET, or what the file holds that BETTER_AUTH_SECRET_FILE names. */
const configured = (): string | null => {
  const file = process.env.BETTER_AUTH_SECRET_FILE
  const secret =
    process.env.BETTER_AUTH_SECRET ||
    (file ? readFileSync(/* turbopackIgnore: true */ file, 'utf8').trim() : null)
  if (secret !== null && secret.length < LEAST)
    throw new Error(`BETTER_AUTH_SECRET has at least ${LEAST} characters; make one, or leave it out.`)
  return secret
}

/**
 * The configured secret, or the one beside the database, readable by its owner only. Several servers over one database
 * need the first: otherwise each signs cookies that the others refuse.
 * @throws where there is none and none can be made, or it is too short
 */
export const secretFor = (databaseUrl: string): string => {
  const given = configured()
  if (given) return given
  const file = join(/* turbopackIgnore: true */ folderOf(databaseUrl), 'session-secret')
  const found = kept(file)
  if (found && found.length >= LEAST) return found
  make(file)
  const made = kept(file)
  if (made && made.length >= LEAST) return made
  throw new Error(
    `The file ${file} holds no secret; remove it, and a new one is made. Everybody signs in again.`,
  )
}
