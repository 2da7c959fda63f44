import type { Database } from './client'

/** The bytes that a database takes on its disk, indexes included. */
export const sizeOf = async ({ kind, reader }: Database): Promise<number> => {
  const [row] =
    kind === 'sqlite'
      ? await reader.$queryRaw<{ bytes: bigint }[]>`SELECT page_count * page_size AS bytes
          FROM pragma_page_count(), pragma_page_size()`
      : await reader.$queryRaw<{ bytes: bigint }[]>`SELECT pg_database_size(current_database()) AS bytes`
  return Number(row?.bytes)
}

/** The version of the database itself, as it says it. */
export const versionOf = async ({ kind, reader }: Database): Promise<string> => {
  const [row] =
    kind === 'sqlite'
      ? await reader.$queryRaw<{ version: string }[]>`SELECT sqlite_version() AS version`
      : await reader.$queryRaw<{ version: string }[]>`SELECT current_setting('server_version') AS version`
  return row?.version ?? ''
}

/** Has a PostgreSQL server look at its tables now, which it would do in the background after many rows came. */
export const gatherStatistics = async ({ kind, reader }: Database): Promise<void> => {
  if (kind === 'postgresql') await reader.$executeRaw`VACUUM ANALYZE`
}
