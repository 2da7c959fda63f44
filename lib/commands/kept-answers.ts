/**
 * Writes that can be sent again: the answer is stored under the sender's key in the transaction of the change, so that
 * there is never one without the other (docs/decisions/0106). A refusal changed nothing and is not kept.
 */
import { createHash } from 'node:crypto'
import type { Database, Tx } from '../db/client'
import type { Actor } from '../domain/actor'
import { ok, type Result, refuse } from '../domain/result'
import { type Context, inTransaction } from './command'

export interface Answer {
  status: number
  headers: Record<string, string>
  body: string
}

/** Whose key it is, what it says, and what was asked with it. */
export interface Once {
  who: string
  key: string
  requestHash: string
}

/** How long a key is remembered: a client that was away for a night can still ask again. */
export const KEPT_MS = 24 * 3_600_000

/** What makes two requests the same: anything else under the same key is a mistake of the sender. */
export const requestHash = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex')

const keptFor = async (reader: Tx, { who, key }: Once, at: Date) => {
  const row = await reader.keptAnswer.findUnique({ where: { who_key: { who, key } } })
  return row && row.createdAt.getTime() > at.getTime() - KEPT_MS ? row : null
}

type Kept = NonNullable<Awaited<ReturnType<typeof keptFor>>>

const again = (row: Kept, once: Once): Result<Answer & { again: boolean }> =>
  row.requestHash === once.requestHash
    ? ok({ status: row.status, headers: JSON.parse(row.headers), body: row.body, again: true })
    : refuse(
        'invalid',
        'This Idempotency-Key was used for another request within the last 24 hours; take a new one for each change.',
        'Idempotency-Key',
      )

/**
 * Takes the key before the change is made: on PostgreSQL whoever comes with the same one waits here until the first
 * has ended, and on SQLite one transaction waits for another anyway.
 */
const take = async ({ tx, at }: Context, { who, key, requestHash }: Once): Promise<void> => {
  // Only one that is forgotten: another may have been written since it was looked for.
  await tx.keptAnswer.deleteMany({
    where: { who, key, createdAt: { lte: new Date(at.getTime() - KEPT_MS) } },
  })
  await tx.keptAnswer.create({
    data: { who, key, requestHash, status: 0, headers: '{}', body: '', createdAt: at },
  })
}

class Known extends Error {
  constructor(readonly row: Kept) {
    super('answered before')
  }
}

/**
 * Makes a change once, however often it is asked for with the same key.
 * @param once null where the sender gave no key
 * @param body makes the change and says what is answered
 * @returns the answer, whether it was given before, or why nothing was changed
 */
export const answerOnce = async (
  db: Database,
  actor: Actor,
  once: Once | null,
  body: (context: Context) => Promise<Answer>,
  at = new Date(),
): Promise<Result<Answer & { again: boolean }>> => {
  const change = async (context: Context): Promise<Answer> => {
    if (!once) return body(context)
    const known = await keptFor(context.tx, once, at)
    if (known) throw new Known(known)
    await take(context, once)
    const answer = await body(context)
    const { who, key } = once
    await context.tx.keptAnswer.update({
      where: { who_key: { who, key } },
      data: { status: answer.status, headers: JSON.stringify(answer.headers), body: answer.body },
    })
    return answer
  }
  try {
    const made = await inTransaction(db, actor, change, at)
    return made.ok ? ok({ ...made.value, again: false }) : made
  } catch (error) {
    if (error instanceof Known && once) return again(error.row, once)
    throw error
  }
}

/** Forgets what is older than a day. */
export const forgetAnswers = async (db: Database, at = new Date()): Promise<number> => {
  const old = { createdAt: { lte: new Date(at.getTime() - KEPT_MS) } }
  return (await db.writer.keptAnswer.deleteMany({ where: old })).count
}
