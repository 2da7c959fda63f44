import type { Database } from './client'

/**
 * A name for the state that the database is in: while it is the same, everything that can be read is the same.
 * It is read after what it stands for: whatever is read next is of this state or of a later one.
 *
 * SQLite counts, for each connection, the commits of others to its file, in this process or another; the reader's own
 * connection never commits. On PostgreSQL it is which transactions a statement can see; a server that only follows
 * another sees more as it goes on replaying, so how far it has come is part of it there.
 */
export const stateOf = async ({ kind, reader }: Database): Promise<string> => {
  const [row] =
    kind === 'sqlite'
      ? await reader.$queryRaw<{ state: bigint }[]>`SELECT data_version AS state FROM pragma_data_version()`
      : await reader.$queryRaw<{ state: string }[]>`SELECT pg_current_snapshot()::text
          || coalesce(' ' || pg_last_wal_replay_lsn()::text, '') AS state`
  if (!row) throw new Error('The database did not say in which state it is.')
  return `${row.state}`
}
