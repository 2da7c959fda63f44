/**
 * The SQLite adapter runs a statement that is outside an interactive transaction inside whichever one is open on the
 * same connection, and loses it when that one rolls back (docs/decisions/0010). One queue cures it: a transaction
 * takes its turn before BEGIN and keeps it until its commit or rollback has ended; a lone statement takes a turn
 * while it runs. Inside a transaction only `tx` may be used: the outer client would wait for itself.
 */
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type BetterSqlite3 from 'better-sqlite3'
import { BUSY_MS, whenFree } from './busy'
import type { Lease } from './connection'
import { makeQueue } from './queue'
import type { Reading } from './rows'
import { watched } from './slow'

type Connection = Awaited<ReturnType<PrismaBetterSqlite3['connect']>>
type Transaction = Awaited<ReturnType<Connection['startTransaction']>>

const PRAGMAS = ['journal_mode = WAL', 'synchronous = NORMAL', 'foreign_keys = ON', 'temp_store = MEMORY']

/** What one connection may hold of the file in memory: copied pages in KiB, and mapped ones in bytes. */
export interface Memory {
  cacheKiB: number
  mappedBytes: number
}

/** For a server, whose readers come back to the same pages. */
export const ROOMY: Memory = { cacheKiB: 64 * 1024, mappedBytes: 256 * 1024 * 1024 }
/** For a command that goes through much once: the operating system’s own cache serves it as well. */
export const SPARE: Memory = { cacheKiB: 8 * 1024, mappedBytes: 0 }

/** Sets up a connection; WAL lets readers go on while one writes, and survives a crash of the process. */
const prepare = (connection: Connection, { cacheKiB, mappedBytes }: Memory): BetterSqlite3.Database => {
  const { client } = connection as unknown as { client: BetterSqlite3.Database }
  client.pragma(`busy_timeout = ${BUSY_MS}`)
  for (const pragma of PRAGMAS) client.pragma(pragma)
  client.pragma(`cache_size = -${cacheKiB}`)
  client.pragma(`mmap_size = ${mappedBytes}`)
  return client
}

/** The adapter for readers: a connection of its own, without the queue. */
export class ReadingAdapter extends PrismaBetterSqlite3 implements Reading {
  /** For statements of our own (rows.ts); null before the first statement of the client. */
  connection: BetterSqlite3.Database | null = null

  constructor(
    url: string,
    private readonly memory: Memory,
  ) {
    super({ url })
  }

  override async connect(): Promise<Connection> {
    const connection = watched(await super.connect())
    this.connection = prepare(connection, this.memory)
    this.connection.pragma('query_only = ON')
    return connection
  }
}

/** Passes the turn on when the transaction has ended, however it ended. */
const endingTurn = (tx: Transaction, lease: Lease, end: () => void): Transaction => {
  for (const name of ['commit', 'rollback'] as const) {
    const original = tx[name].bind(tx)
    tx[name] = async () => {
      try {
        // Where COMMIT failed (a deferred constraint, a full disk) it is still open, and would swallow what comes next.
        if (lease.connection.inTransaction) lease.connection.exec('ROLLBACK')
        await original()
      } finally {
        lease.ended = true
        end()
      }
    }
  }
  return tx
}

/** Opens a transaction that holds the write lock from its beginning. */
const startImmediate = async (
  start: () => Promise<Transaction>,
  client: BetterSqlite3.Database,
): Promise<Transaction> => {
  const tx = await start()
  try {
    // A deferred transaction that turns to writing fails at once when another process has written meanwhile.
    client.exec('ROLLBACK')
    await whenFree(() => client.exec('BEGIN IMMEDIATE'))
    return tx
  } catch (error) {
    // The adapter has a lock of its own, which only the end of its transaction gives back.
    await tx.rollback()
    throw error
  }
}

/** The adapter for the one writer of a process. */
export class GuardedAdapter extends PrismaBetterSqlite3 {
  /** What the transaction that began last holds of the one connection. */
  lease: Lease | null = null

  constructor(
    url: string,
    private readonly memory: Memory = ROOMY,
  ) {
    super({ url })
  }

  override async connect(): Promise<Connection> {
    const connection = watched(await super.connect())
    const client = prepare(connection, this.memory)
    // From here on `whenFree` waits, without stopping the process.
    client.pragma('busy_timeout = 0')
    const turn = makeQueue()
    const start = connection.startTransaction.bind(connection)
    connection.startTransaction = async (isolation) => {
      const end = await turn()
      try {
        const tx = await startImmediate(() => start(isolation), client)
        const lease = { connection: client, ended: false }
        this.lease = lease
        return endingTurn(tx, lease, end)
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
          return await whenFree(() => original(query))
        } finally {
          end()
        }
      }
    }
    return connection
  }
}
