/** Whole databases of a server: whether one is empty, a new one beside it, and an exchange of the two. */
import pg from 'pg'
import { withPgClient } from '../history'
import { DatabaseUnavailable } from '../url'

const nameOf = (url: string): string => decodeURIComponent(new URL(url).pathname.slice(1))

/** The same server, another database. */
const beside = (url: string, name: string): string => {
  const other = new URL(url)
  other.pathname = `/${encodeURIComponent(name)}`
  return other.href
}

const quoted = pg.escapeIdentifier

/** Whether a database has no table of anybody's. */
export const isEmptyPostgres = (url: string): Promise<boolean> =>
  withPgClient(url, async (client) => {
    const { rows } = await client.query(
      "SELECT NOT EXISTS (SELECT 1 FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')) AS empty",
    )
    return rows[0].empty
  })

/** Makes an empty database on the same server. @returns its address */
export const makeBeside = async (url: string, name: string): Promise<string> => {
  await withPgClient(url, (client) => client.query(`CREATE DATABASE ${quoted(name)} TEMPLATE template0`))
  return beside(url, name)
}

/** Removes what `makeBeside` made. */
export const removeBeside = async (url: string, name: string): Promise<void> => {
  await withPgClient(url, (client) => client.query(`DROP DATABASE IF EXISTS ${quoted(name)}`))
}

/**
 * Gives `next` the name of the database at `url`, and that one the name `aside`.
 * @throws DatabaseUnavailable where a process is connected to it; nothing is changed then
 */
export const exchangePostgres = async (url: string, next: string, aside: string): Promise<void> => {
  const name = nameOf(url)
  // A database cannot be renamed by who is in it.
  await withPgClient(beside(url, 'postgres'), async (client) => {
    try {
      await client.query(`ALTER DATABASE ${quoted(name)} RENAME TO ${quoted(aside)}`)
    } catch (error) {
      if ((error as { code?: string }).code !== '55006') throw error
      throw new DatabaseUnavailable(
        `Somebody is connected to the database ${name}; stop the servers, then restore again.`,
      )
    }
    try {
      await client.query(`ALTER DATABASE ${quoted(next)} RENAME TO ${quoted(name)}`)
    } catch (error) {
      await client.query(`ALTER DATABASE ${quoted(aside)} RENAME TO ${quoted(name)}`)
      throw error
    }
  })
}
