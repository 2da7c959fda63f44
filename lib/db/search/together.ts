/**
 * The triggers index each claim as it is written. On SQLite every statement that fires one closes what the full-text
 * index has gathered, which costs twice what the indexing does; for many claims it is done once, at the end.
 */
import type { Tx } from '../client'
import { connectionOf } from '../connection'

/** As in the trigger: plain ASCII needs no look at each letter. */
const words = (field: 'statement' | 'quote') =>
  `CASE WHEN octet_length(c."${field}") = length(c."${field}") THEN c."${field}" WHEN c."${field}" IS NOT NULL
    THEN (SELECT "words" FROM "ClaimWords" WHERE "id" = c."id" AND "field" = '${field}') END`

/** Runs `body`, which writes claims in the transaction `tx`, and indexes what it wrote when it has ended. */
export const indexedTogether = async <T>(tx: Tx, body: () => Promise<T>): Promise<T> => {
  const connection = connectionOf(tx)
  // PostgreSQL's trigger takes all rows of a statement at once.
  if (!connection) return body()
  const last = (sql: string) => (connection.prepare(sql).pluck().get() as number | null) ?? 0
  const claim = last('SELECT max(rowid) FROM "Claim"')
  // Within one transaction the row ids of new claims stay, so the documents can be counted on from them.
  const on = last('SELECT max("id") FROM "ClaimDocument"') - claim
  connection.exec('INSERT INTO "ClaimTextLater" VALUES (1)')
  try {
    return await body()
  } finally {
    // Where `body` threw and the transaction is given up, so is this.
    const since = 'FROM "Claim" c WHERE c.rowid > ?'
    connection
      .prepare(`INSERT INTO "ClaimDocument" ("id", "claimId") SELECT c.rowid + ?, c."id" ${since}`)
      .run(on, claim)
    connection
      .prepare(
        `INSERT INTO "ClaimText" (rowid, "statement", "quote")
          SELECT c.rowid + ?, ${words('statement')}, ${words('quote')} ${since}`,
      )
      .run(on, claim)
    connection.exec('DELETE FROM "ClaimTextLater"')
  }
}
