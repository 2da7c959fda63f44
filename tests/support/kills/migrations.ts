/** Upgrades that are killed: all of one stands, or nothing, and the next start goes on. */
import Sqlite from 'better-sqlite3'
import { expect } from 'vitest'
import { withPgClient } from '../../../lib/db/history'
import { applyMigrations, statusOf } from '../../../lib/db/migrate'
import { knownMigrations, type Migration } from '../../../lib/db/migrations'
import { type DatabaseKind, targetOf } from '../../../lib/db/url'
import { killedProcess, pause, within } from '../kill-process'

/** Rows that a migration fills in: enough to take a while. */
const ROWS = 40_000

const numbers = (kind: DatabaseKind, count: number) =>
  kind === 'sqlite'
    ? `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count}) SELECT i FROM n`
    : `SELECT i FROM generate_series(1, ${count}) AS n(i)`

/** Two migrations of several statements each, after `rounds` pairs that came before. */
export const laterMigrations = (kind: DatabaseKind, rounds: number): Migration[] =>
  Array.from({ length: rounds + 1 }, (_, round) => {
    const table = `later_${round}`
    const name = (step: number) => `2999010100${String(round).padStart(3, '0')}${step}_later`
    return [
      {
        name: name(0),
        sql: `CREATE TABLE ${table} (i INTEGER PRIMARY KEY, word TEXT NOT NULL);
          INSERT INTO ${table} SELECT i, 'word ' || (i * 7919 % 1000) FROM (${numbers(kind, ROWS)}) AS given;
          CREATE INDEX ${table}_word ON ${table} (word);`,
      },
      {
        name: name(1),
        sql: `ALTER TABLE ${table} ADD COLUMN later TEXT;
          UPDATE ${table} SET later = word || '!';
          CREATE TABLE ${table}_words (word TEXT PRIMARY KEY, n INTEGER NOT NULL);
          INSERT INTO ${table}_words SELECT word, count(*) FROM ${table} GROUP BY word;`,
      },
    ]
  }).flat()

const ask = async (url: string, sql: string): Promise<number> => {
  const { file } = targetOf(url)
  if (!file)
    return withPgClient(url, async (client) => Number((await client.query<{ n: string }>(sql)).rows[0]?.n))
  const db = new Sqlite(file)
  try {
    return Number((db.prepare(sql).get() as { n: number }).n)
  } finally {
    db.close()
  }
}

const tablesOf = (url: string, round: number) =>
  ask(
    url,
    targetOf(url).file
      ? `SELECT count(*) AS n FROM sqlite_master WHERE type = 'table' AND name IN ('later_${round}', 'later_${round}_words')`
      : `SELECT count(*) AS n FROM pg_tables WHERE tablename IN ('later_${round}', 'later_${round}_words')`,
  )

/**
 * Kills one upgrade after another.
 * @param url of a database of its own, not yet migrated
 * @returns how many were killed, and how many of them had not ended
 */
export const expectUpgradesWhole = async (
  url: string,
  kills: number,
): Promise<{ kills: number; undone: number }> => {
  const { kind } = targetOf(url)
  await applyMigrations(url)
  const counts = { kills: 0, undone: 0 }
  let usual = 600
  for (let round = 0; counts.kills < kills; round++) {
    const known = [...knownMigrations(kind), ...laterMigrations(kind, round)]
    const killed = await killedProcess(
      'tests/support/migrate-later.ts',
      [url, `${round}`],
      async ({ has }) => {
        await has(1)
        await pause(within(usual * 1.3))
      },
    )
    const stands = await statusOf(targetOf(url), known)
    expect(['pending', 'current']).toContain(stands)
    if (killed) counts.kills++
    if (killed && stands === 'pending') counts.undone++
    expect(await tablesOf(url, round)).toBe(stands === 'current' ? 2 : 0)
    const start = performance.now()
    expect(await applyMigrations(url, known)).toHaveLength(stands === 'current' ? 0 : 2)
    if (stands === 'pending') usual = performance.now() - start
    expect(await statusOf(targetOf(url), known)).toBe('current')
    expect(await ask(url, `SELECT sum(n) AS n FROM later_${round}_words`)).toBe(ROWS)
  }
  return counts
}
