/** The two demonstration ledgers together: loaded into a database that was never seeded, and taken out again whole. */
import type { Database } from '../lib/db/client'
import { loadArticle } from './article/load'
import { removeSeeded } from './remove'
import { loadTeaching } from './teaching/load'

const ACTOR = { kind: 'system', name: 'On Record' } as const
const SEEDED = 'seeded'

/** What is noted until the last of it is loaded: whoever was killed meanwhile left a part. */
const LOADING = 'loading'

const noted = async (db: Database): Promise<string | null> =>
  (await db.reader.setting.findUnique({ where: { key: SEEDED } }))?.value ?? null

/** Whether the demonstration ledgers were ever loaded here whole, or deliberately left out. */
export const wasSeeded = async (db: Database): Promise<boolean> => {
  const note = await noted(db)
  return note === null ? (await db.reader.claim.count()) > 0 : note !== LOADING
}

const mark = (db: Database, value: string) =>
  db.write((tx) =>
    tx.setting.upsert({ where: { key: SEEDED }, create: { key: SEEDED, value }, update: { value } }),
  )

/** Loads the demonstration ledgers, unless the database was ever seeded or holds claims. @returns what was done */
export const seedDemonstration = async (db: Database): Promise<string> => {
  if (await wasSeeded(db)) return 'This ledger is not empty, or was seeded before; nothing was loaded.'
  // A part that editors have built on stays as it is.
  if ((await noted(db)) === LOADING && (await removeSeeded(db, ACTOR.name)) === null) {
    await mark(db, 'loaded')
    return 'A part of the demonstration was loaded before, and has been built on; it was left as it is.'
  }
  await mark(db, LOADING)
  await loadArticle(db, ACTOR)
  await loadTeaching(db, ACTOR)
  await mark(db, 'loaded')
  return 'Loaded the seed article (42 claims) and the teaching ledger.'
}

/** Takes the demonstration ledgers out again. @returns what was done */
export const removeDemonstration = async (db: Database): Promise<string> => {
  const removed = await removeSeeded(db, ACTOR.name)
  await mark(db, 'removed')
  return removed === null
    ? 'The demonstration ledgers have been built on: something recorded by an editor refers to them, so they were left as they are.'
    : `Took out ${removed} demonstration claims with their speakers and sources.`
}
