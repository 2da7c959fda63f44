/**
 * The SQLite adapter runs a statement that is outside an interactive transaction inside whichever one is open on the
 * same connection, and loses it when that one rolls back (docs/decisions/0010). One queue cures it: a transaction
 * takes its turn before BEGIN and keeps it until its commit or rollback has ended; a lone statement takes a turn
 * while it runs. Inside a transaction only `tx` may be used: the outer client would wait for itself.
 */
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type BetterSqlite3 from 'better-sqlite3'

type Connection = Awaited<ReturnType<PrismaBetterSqlite3['connect']>>
type Transaction = Awaited<ReturnType<Connection['startTransaction']>>

/** How long a statement waits for another process that writes, before it fails. */
export const BUSY_MS = 30_000

const PRAGMAS = [
  'journal_mode = WAL',
  'synchronous = NORMAL',
  'foreign_keys = ON',
  `busy_timeout = ${BUSY_MS}`,
  'cache_size = -65536', // 64 MiB of pages
  'mmap_size = 268435456',
  'temp_store = MEMORY',
]

/** Sets up a connection; WAL lets readers go on while one writes, and survives a crash of the process. */
const prepare = (connection: Connection): BetterSqlite3.Database => {
  const { client } = connection as unknown as { client: BetterSqlite3.Database }
  for (const pragma of PRAGMAS) client.pragma(pragma)
  return client
}

/** The adapter for readers: a connection of its own, without the queue. */
export class ReadingAdapter extends PrismaBetterSqlite3 {
  override async connect(): Promise<Connection> {
    const connection = await super.connect()
    prepare(connection).pragma('query_only = ON')
    return connection
  }
}

/** A turn in the queue: resolves when it has come, with the function that ends it. */
const makeQueue = () => {
  let tail: Promise<void> = Promise.resolve()
  return async (): Promise<() => void> => {
    const before = tail
    let end: () => void = () => {}
    tail = new Promise<void>((resolve) => {
      end = resolve
    })
    await before
    return end
  }
}

const endingTurn = (tx: Transaction, end: () => void): Transaction => {
  for (const name of ['commit', 'rollback'] as const) {
    const original = tx[name].bind(tx)
    tx[name] = async () => {
      try {
        await original()
      } finally {
        end()
      }
    }
  }
  return tx
}

/** The adapter for the one writer of a process. */
export class GuardedAdapter extends PrismaBetterSqlite3 {
  override async connect(): Promise<Connection> {
    const connection = await super.connect()
    const client = prepare(connection)
    const turn = makeQueue()
    const start = connection.startTransaction.bind(connection)
    connection.startTransaction = async (isolation) => {
      const end = await turn()
      try {
        const tx = await start(isolation)
        // A deferred transaction that turns to writing fails at once when another process has written meanwhile.
        client.exec('ROLLBACK; BEGIN IMMEDIATE')
        return endingTurn(tx, end)
      } catch (error) {
        end()
        throw error
      }
    }
    for (const name of ['queryRaw', 'executeRaw'] as const) {
      const original = connection[name].bind(connection) as (query: never) => Promise<never>
      connection[name] = async (query: never) => {
        const end = await turn()
        try {
          return await original(query)
        } finally {
          end()
        }
      }
    }
    return connection
  }
}
