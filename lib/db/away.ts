/** Whether a database did not answer, or had no room: nothing was changed, and the same may go well later. */
import { DatabaseUnavailable } from './url'

/** The client's own words for it: not reachable, timed out, connection closed, no connection or no turn in time. */
const OF_CLIENT = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028'])

/**
 * The network's; PostgreSQL's classes 08 (connection), 53 (resources: disk, memory, connections), 57P (shutting down,
 * starting up) and 58 (its disk); SQLite's for a full disk, a failing one, a file that is locked or cannot be reached.
 */
const OF_DRIVER =
  /^(E(CONN\w+|TIMEDOUT|PIPE|HOSTUNREACH|NETUNREACH|NOTFOUND|AI_AGAIN)|08\w{3}|53\w{3}|57P\d\d|58\w{3}|SQLITE_(FULL|IOERR|BUSY|CANTOPEN)\w*)$/

/** How the adapters name what they understood of it. */
const OF_ADAPTER = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
  'TransactionAlreadyClosed',
])

/** What node-postgres throws without a code. */
const WITHOUT_CODE =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Query read timeout)/

interface Failure {
  code?: unknown
  kind?: unknown
  originalCode?: unknown
  message?: unknown
  cause?: unknown
  meta?: { driverAdapterError?: unknown }
}

/** How deep the client wraps what the driver threw, and more. */
const DEPTH = 6

/** Whether an error says that, itself or by what it came from. */
export const isAway = (error: unknown, depth = DEPTH): boolean => {
  if (error instanceof DatabaseUnavailable) return true
  if (typeof error !== 'object' || error === null || depth === 0) return false
  const { code, kind, originalCode, message, cause, meta } = error as Failure
  return (
    OF_CLIENT.has(`${code}`) ||
    OF_ADAPTER.has(`${kind}`) ||
    OF_DRIVER.test(`${code}`) ||
    OF_DRIVER.test(`${originalCode}`) ||
    WITHOUT_CODE.test(`${message}`) ||
    isAway(meta?.driverAdapterError, depth - 1) ||
    isAway(cause, depth - 1)
  )
}
