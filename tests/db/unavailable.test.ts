import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, it, vi } from 'vitest'
import { openDatabase } from '../../lib/db/client'
import { applyMigrations } from '../../lib/db/migrate'
import { DatabaseUnavailable, targetOf } from '../../lib/db/url'
import { testFolder } from '../support/databases'

const folder = testFolder()

/** The sentence with which a database is refused; it is one, ends as one, and gives no password away. */
const refusal = async (url: string): Promise<string> => {
  const error = await applyMigrations(url).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(DatabaseUnavailable)
  const { sentence } = error as DatabaseUnavailable
  expect(sentence).toMatch(/^[^\n]+; [^\n]+\.$/)
  expect(sentence).not.toContain('secret')
  return sentence
}

const postgres = (change: (url: URL) => void): string => {
  const url = new URL(inject('postgresUrl'))
  change(url)
  return url.href
}

it.each(['mysql://localhost/ledger', 'ledger.db', 'postgres', 'http://example.org'])(
  'refuses the address %s, when opened too',
  async (url) => {
    expect(await refusal(url)).toContain('DATABASE_URL must begin with file:')
    expect(() => openDatabase(url)).toThrow(DatabaseUnavailable)
  },
)

it('takes no address for the embedded database', () => {
  vi.stubEnv('DATABASE_URL', '')
  expect(targetOf()).toMatchObject({ kind: 'sqlite', file: join(process.cwd(), 'data', 'ledger.db') })
  vi.unstubAllEnvs()
})

it('makes the folder of an embedded database for its owner only', async () => {
  await applyMigrations(`file:${folder}/new/folder/ledger.db`)
  expect(statSync(join(folder, 'new', 'folder')).mode & 0o777).toBe(0o700)
})

it('says what is wrong with a file', async () => {
  mkdirSync(join(folder, 'directory'))
  writeFileSync(join(folder, 'letter.txt'), 'Dear editor, this is no database. '.repeat(100))
  expect(await refusal(`file:${folder}/directory`)).toContain('cannot be opened')
  expect(await refusal(`file:${folder}/letter.txt`)).toContain('is not a SQLite database')
  expect(await refusal(`file:${folder}/letter.txt/ledger.db`)).toContain('cannot be opened')
})

it('says what is wrong with a server', async () => {
  const closed = postgres((url) => {
    url.port = '1'
  })
  const wrong = postgres((url) => {
    url.password = 'secret'
  })
  const missing = postgres((url) => {
    url.pathname = '/nowhere'
  })
  expect(await refusal(closed)).toMatch(/^No PostgreSQL server answers at 127\.0\.0\.1:1 \(ECONNREFUSED\);/)
  expect(await refusal(wrong)).toContain('refused the user or the password')
  expect(await refusal(missing)).toContain('has no database of that name')
  expect(await refusal('postgresql://user:secret@[nonsense/ledger')).toContain('No PostgreSQL server answers')
})
