/** What a request is answered while the database is away: nothing but that, at once (docs/decisions/0121). */
import 'server-only'
import { NextResponse } from 'next/server'
import { isAway } from '../db/away'
import { getDatabase } from './database'
import { logError } from './log/errors'
import { plainWords } from './plain-words'
import { problem } from './problem'

export { isAway }

/** Seconds after which the same request may be sent again. */
export const AGAIN_AFTER = 10

/** An answer is believed for so long: a request after another need not ask for itself. */
const FRESH_MS = 1_000
/** Slower than this nobody waits for a page that asks several times. */
const PATIENCE_MS = 5_000

interface Asked {
  at: number
  answers: Promise<boolean>
  /** Whether the question has come to an end: while it hangs, no other is put behind it. */
  ended: boolean
}
const kept = globalThis as unknown as { onRecordAsked?: Asked }

const ask = (): Asked => {
  const question = getDatabase().reader.$queryRaw`SELECT 1 AS one`.then(
    () => true,
    (error) => !isAway(error),
  )
  const patience = new Promise<boolean>((resolve) => setTimeout(resolve, PATIENCE_MS, false).unref())
  const asked: Asked = {
    at: performance.now(),
    answers: Promise.race([question, patience]),
    ended: false,
  }
  void question.then(() => {
    asked.ended = true
  })
  return asked
}

/** Whether the database server answers; an embedded one is a file, which is asked for what is wanted. */
export const databaseAnswers = async (): Promise<boolean> => {
  if (getDatabase().kind === 'sqlite') return true
  const before = kept.onRecordAsked
  if (before && (!before.ended || performance.now() - before.at < FRESH_MS)) return before.answers
  kept.onRecordAsked = ask()
  return kept.onRecordAsked.answers
}

/** What a posted form is answered when the database went away, or has no room, in the middle of it. */
const AWAY =
  'The database of this ledger went away, or has no room, before it confirmed this. Wait a minute and look whether your change is there; where it is not, go back to the form and send it again.\n'

/** Makes a handler that says in a sentence that the database is away, and writes why into the log. */
export const orAway =
  <A extends unknown[]>(handle: (...args: A) => Promise<NextResponse>) =>
  async (...args: A): Promise<NextResponse> => {
    try {
      return await handle(...args)
    } catch (error) {
      if (!isAway(error)) throw error
      logError(error, {}, 'the database is away')
      return new NextResponse(AWAY, {
        status: 503,
        headers: {
          'Content-Type': 'text/plain; charset=utf-8',
          'Cache-Control': 'no-store',
          'Retry-After': `${AGAIN_AFTER}`,
        },
      })
    }
  }

/** Data, feeds and files: answers them, or says as a problem that the database is away. */
export const dataOrAway = async (answer: () => Promise<Response>): Promise<Response> => {
  try {
    if (await databaseAnswers()) return await answer()
  } catch (error) {
    if (!isAway(error)) throw error
  }
  return problem(503, plainWords('data.away'), {}, { 'Retry-After': `${AGAIN_AFTER}` })
}
