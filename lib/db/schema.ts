/** The schema of each database, made from the one file, and the clients generated from them. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { DatabaseKind } from './url'

/** The root of the project, from wherever this file is run. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
export const KINDS: readonly DatabaseKind[] = ['sqlite', 'postgresql']

/** The Prisma schema of one database: the file itself, with the provider and the output folder of the other. */
export const schemaText = (kind: DatabaseKind): string => {
  const text = readFileSync(join(ROOT, 'prisma', 'schema.prisma'), 'utf8')
  if (kind === 'sqlite') return text
  return text
    .replace('provider = "sqlite"', 'provider = "postgresql"')
    .replace('"../lib/db/generated/sqlite"', '"../lib/db/generated/postgresql"')
}

/**
 * Generates both clients where the schema has changed since they were.
 * Prisma looks for an engine binary that it would download; it needs none to generate, so any existing file serves.
 */
export const generateClients = async (): Promise<void> => {
  for (const kind of KINDS) {
    const text = schemaText(kind)
    const out = join(ROOT, 'lib', 'db', 'generated', kind)
    const stamp = join(out, '.schema.sha256')
    const hash = createHash('sha256').update(text).digest('hex')
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) continue
    const file = join(ROOT, '.cache', `${kind}.prisma`)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
    const cli = join(ROOT, 'node_modules', 'prisma', 'build', 'index.js')
    await promisify(execFile)(process.execPath, [cli, 'generate', '--schema', file, '--no-hints'], {
      cwd: ROOT,
      env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    })
    writeFileSync(stamp, hash)
  }
}
