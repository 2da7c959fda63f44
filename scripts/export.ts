/**
 * npm run export -- FILE: writes the whole ledger into an archive, from which another can be made (docs/archive.md).
 * npm run export -- FILE --public: writes what readers may see, for reading elsewhere.
 */
import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { openDatabase } from '../lib/db/client'
import { SPARE } from '../lib/db/guard'
import { applyMigrations } from '../lib/db/migrate'
import { makeArchive } from '../lib/queries/archive/archive'
import { runScript } from './run'

// Each portion leaves much behind: without this the heap grows to several times of what lives (decision 0133).
setFlagsFromString('--heap-growing-percent=20')

await runScript(async () => {
  const { values, positionals } = parseArgs({
    options: { public: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const [file, more] = positionals
  if (!file || more) throw new Error('Name the file to write: npm run export -- ledger.zip')
  if (existsSync(file)) throw new Error(`${file} is there already; name another file, or remove it first.`)
  await applyMigrations()
  const db = openDatabase(undefined, SPARE)
  const part = `${file}.part`
  try {
    const kind = values.public ? 'public' : 'full'
    // A full archive holds drafts and e-mail addresses: readable by its owner only.
    const made = await makeArchive(db, { kind: 'system', name: 'the command line' }, kind, (bytes) =>
      pipeline(bytes, createWriteStream(part, { mode: 0o600 })),
    )
    if (!made.ok) throw new Error(made.refusal.sentence)
    renameSync(part, file)
    console.log(`Wrote ${file}.`)
  } finally {
    rmSync(part, { force: true })
    await db.close()
  }
})
