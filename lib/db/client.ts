/** The one place that builds a client. */
import { PrismaPg } from '@prisma/adapter-pg'
import { isAway } from './away'
import { isTaken, mustGiveWay } from './conflict'
import { bindLease } from './connection'
import { PrismaClient as PostgresClient } from './generated/postgresql/client'
import { type Prisma, PrismaClient } from './generated/sqlite/client'
import { GuardedAdapter, type Memory, ReadingAdapter, ROOMY } from './guard'
import { bindReading } from './rows'
import { watched } from './slow'
import { bindServer } from './turns'
import { asUnavailable } from './unavailable'
import { type DatabaseKind, prepareFolder, type Target, targetOf } from './url'

/** Inside a transaction. Both generated clients have the same shape, since both come from one schema. */
export type Tx = Prisma.TransactionClient
/** Anything that can read: the reader, or the transaction of a command. */
export type Reader = Tx

export interface Database {
  kind: DatabaseKind
  url: string
  /** For everything that only reads; on SQLite a connection that cannot write. */
  reader: PrismaClient
  /** For libraries that need a client of their own; commands use `write`. */
  writer: PrismaClient
  /**
   * Runs `body` in one transaction; on PostgreSQL, where several write at once, again if another was in its way.
   * @param limits the timeout: milliseconds after which it is undone; left out, enough for any change of an editor's
   * @throws what `body` throws; DatabaseUnavailable where the database did not answer, had no room, or was held by
   * another process for too long: nothing was changed then, unless only the answer to the commit was lost
   */
  write<T>(body: (tx: Tx) => Promise<T>, limits?: { timeout: number }): Promise<T>
  close(): Promise<void>
}

/** Waiting for a turn, and being in one: a large retraction may hold the writer for a while. */
export const LIMITS = { maxWait: 60_000, timeout: 120_000 }

/** A little longer each time: of so many that meet in one moment, each comes through. */
const TRIES = 8

/** Whoever had to give way, or found taken what was free when it looked, looks again. */
const again = async <T>(attempt: () => Promise<T>): Promise<T> => {
  for (let tried = 1; ; tried++) {
    try {
      return await attempt()
    } catch (error) {
      if (tried === TRIES || !(mustGiveWay(error) || isTaken(error))) throw error
      // Never the same for two that met.
      await new Promise((resolve) => setTimeout(resolve, tried * 20 * (1 + Math.random())))
    }
  }
}

/** Runs `attempt`; a database that is away is said in a sentence. */
const sayingAway = async <T>(target: Target, attempt: () => Promise<T>): Promise<T> => {
  try {
    return await attempt()
  } catch (error) {
    throw isAway(error) ? asUnavailable(target, error) : error
  }
}

/** A connection of its own to an embedded database, which cannot write. */
export const openReader = (url: string, memory: Memory = ROOMY): PrismaClient => {
  const adapter = new ReadingAdapter(url, memory)
  const reader = new PrismaClient({ adapter })
  bindReading(reader, adapter)
  return reader
}

const openSqlite = (target: Target, memory: Memory): Database => {
  const { url } = target
  const guarded = new GuardedAdapter(url, memory)
  const writer = new PrismaClient({ adapter: guarded, transactionOptions: LIMITS })
  const reader = openReader(url, memory)
  return {
    kind: 'sqlite',
    url,
    reader,
    writer,
    write: (body, limits) =>
      sayingAway(target, () =>
        writer.$transaction((tx) => {
          if (guarded.lease) bindLease(tx, guarded.lease)
          return body(tx)
        }, limits),
      ),
    close: async () => {
      await Promise.all([reader.$disconnect(), writer.$disconnect()])
    },
  }
}

/** Connections of one process; leaves room for several instances on a server with the usual limit of 100. */
const POOL = 10

/** The adapter of a server, whose slow statements are noted. */
class WatchedPg extends PrismaPg {
  override async connect() {
    return watched(await super.connect())
  }
}

const openPostgres = (target: Target): Database => {
  const { url } = target
  const adapter = new WatchedPg({ connectionString: url, max: POOL })
  const client = new PostgresClient({ adapter, transactionOptions: LIMITS }) as unknown as PrismaClient
  return {
    kind: 'postgresql',
    url,
    reader: client,
    writer: client,
    write: (body, limits) =>
      sayingAway(target, () =>
        again(() =>
          client.$transaction((tx) => {
            bindServer(tx)
            return body(tx)
          }, limits),
        ),
      ),
    close: () => client.$disconnect(),
  }
}

/**
 * Opens a database that has been migrated.
 * @param url as DATABASE_URL; left out, the environment's, else the embedded database
 * @param memory what an embedded database may hold of its file
 * @throws DatabaseUnavailable for an address that means nothing
 */
export const openDatabase = (url?: string, memory: Memory = ROOMY): Database => {
  const target = targetOf(url)
  prepareFolder(target)
  return target.kind === 'sqlite' ? openSqlite(target, memory) : openPostgres(target)
}
