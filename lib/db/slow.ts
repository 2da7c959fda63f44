/**
 * Which statements took longest in this process: their texts, with a mark in place of every value, for whoever looks
 * after the server (docs/decisions/0134).
 */

export interface SlowStatement {
  sql: string
  /** How often it took so long that it was noted. */
  times: number
  longestMs: number
  /** Of all the times that were noted. */
  totalMs: number
  /** When it last did. */
  at: Date
}

/** So many texts are kept: a page shows fewer, and one that is slow once must not put out one that always is. */
const KEPT = 60
/** The longest text of ours is a third of it; what the client writes for long lists of values is cut. */
const LONGEST_TEXT = 6_000
/** What is faster is nobody's concern: a page asks a dozen times. SLOW_QUERY_MS says otherwise. */
const LEAST_MS = 100

/** A statement as it is kept: values that stand in its text are marked, and so are lists, whose lengths differ; without the schema's name. */
export const plainStatement = (sql: string): string =>
  sql
    .slice(0, LONGEST_TEXT)
    .replace(/'(?:[^']|'')*(?:'|$)/g, "'…'")
    .replace(/\s+/g, ' ')
    .replace(/(["`])(?:main|public)\1\./g, '')
    .replace(/\((?:(?:\?|\$\d+)(?:::\w+)?,? ?){2,}\)?/g, '(…)')
    .replace(/\(…\)(?:, ?\(…\))+/g, '(…)')
    .trim()

/** Keeps the slowest of what it is told. */
export class Slowest {
  private readonly statements = new Map<string, SlowStatement>()

  constructor(
    readonly leastMs: number,
    private readonly kept = KEPT,
  ) {}

  note(text: string, ms: number, at = new Date()): void {
    const sql = plainStatement(text)
    const before = this.statements.get(sql)
    this.statements.set(sql, {
      sql,
      times: (before?.times ?? 0) + 1,
      longestMs: Math.max(before?.longestMs ?? 0, ms),
      totalMs: (before?.totalMs ?? 0) + ms,
      at,
    })
    if (this.statements.size <= this.kept) return
    const last = this.list().at(-1)
    if (last) this.statements.delete(last.sql)
  }

  /** The slowest first. */
  list(): SlowStatement[] {
    return [...this.statements.values()].sort((a, b) => b.longestMs - a.longestMs)
  }
}

/** On the global object: the server bundles this file more than once. */
const all = globalThis as unknown as { onRecordSlow?: Slowest }
const slowest = (): Slowest =>
  (all.onRecordSlow ??= new Slowest(Number(process.env.SLOW_QUERY_MS || LEAST_MS)))

/** The statements that took longest since this process began, the slowest first. */
export const slowStatements = (): SlowStatement[] => slowest().list()

/** Notes a statement that ended now, where it took long. @param start of performance.now() */
export const noteSince = (sql: string, start: number): void => {
  const ms = performance.now() - start
  if (ms >= slowest().leastMs) slowest().note(sql, ms)
}

type Run = (query: { sql: string }) => Promise<unknown>

const watch = (target: object): void => {
  const runs = target as Record<'queryRaw' | 'executeRaw', Run>
  for (const name of ['queryRaw', 'executeRaw'] as const) {
    const run = runs[name].bind(target)
    runs[name] = async (query) => {
      const start = performance.now()
      try {
        return await run(query)
      } finally {
        noteSince(query.sql, start)
      }
    }
  }
}

/** Has the statements of an adapter's connection, and of the transactions on it, noted where they take long. */
export const watched = <C extends { startTransaction: (isolation?: never) => Promise<object> }>(
  connection: C,
): C => {
  watch(connection)
  const start = connection.startTransaction.bind(connection)
  connection.startTransaction = async (isolation) => {
    const transaction = await start(isolation)
    watch(transaction)
    return transaction
  }
  return connection
}
