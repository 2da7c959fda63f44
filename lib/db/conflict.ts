/** What a server says when two transactions meet: it undid the one, which may simply be run again. */

interface Failure {
  code?: string
  cause?: unknown
  meta?: { driverAdapterError?: { cause?: { originalCode?: string } } }
}

/** What the driver said, beneath what the client says. */
const codeOf = ({ meta, cause }: Failure): string => {
  const driver = meta?.driverAdapterError?.cause ?? (cause as { originalCode?: string } | undefined)
  return `${driver?.originalCode}`
}

/** Serialization failure and deadlock. */
const GIVE_WAY = new Set(['40001', '40P01'])

/** Whether a transaction was undone because two waited for each other. */
export const mustGiveWay = (error: unknown): boolean => {
  const failure = error as Failure
  return failure.code === 'P2034' || GIVE_WAY.has(codeOf(failure))
}

/**
 * Whether a row was refused because its key is another's. Two that record one name in one moment both find its address
 * free, and the second is told so: run again, it sees the first, and takes the next.
 */
export const isTaken = (error: unknown): boolean => {
  const failure = error as Failure
  return failure.code === 'P2002' || codeOf(failure) === '23505'
}
