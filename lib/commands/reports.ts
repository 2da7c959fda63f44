/** What readers say is wrong, and what editors answer. */
import { createHash, randomBytes } from 'node:crypto'
import type { Database } from '../db/client'
import { publicSubject, type SubjectKind, subjectById } from '../db/subjects'
import type { Actor } from '../domain/actor'
import { newId } from '../domain/ids'
import { answerInput, closeInput, reportInput } from '../domain/input/report'
import type { Limit } from '../domain/limit'
import { type Result, refuse } from '../domain/result'
import { type Context, command, inTransaction, refusalOf, stop } from './command'
import { writeEvent } from './events'
import { attempt, forgetAttempts } from './throttle'

/** As many as a careful reader sends in an hour; more come from a machine. */
export const REPORTS_AN_HOUR: Limit = { max: 5, seconds: 3_600 }

/** Of this process alone, so that what is counted cannot be turned back into an address. */
const kept = globalThis as unknown as { onRecordSalt?: Buffer }
const hashed = (address: string): string => {
  kept.onRecordSalt ??= randomBytes(32)
  return createHash('sha256').update(kept.onRecordSalt).update(address).digest('base64url').slice(0, 22)
}

/** Whoever reports is a reader, signed in or not. */
const READER: Actor = { kind: 'public' }

/**
 * A reader says that something on a public page is wrong. Kept are the text and, where it was given, a way to answer;
 * nothing says who wrote it.
 * @param address where the request came from: counted for an hour under a hash that goes with the process
 */
export const reportError = async (
  db: Database,
  address: string,
  raw: unknown,
  at = new Date(),
): Promise<Result<{ id: string }>> => {
  const parsed = reportInput.safeParse(raw)
  if (!parsed.success) return { ok: false, refusal: refusalOf(parsed.error) }
  const { kind, slug, address: seenAt, text, contact } = parsed.data
  const subject = await publicSubject(db.reader, kind, slug)
  if (!subject)
    return refuse(
      'not_found',
      'The page that this is about is not here; open the page again and report from there.',
    )
  if (!(await attempt(db, `report ${hashed(address)}`, REPORTS_AN_HOUR, at.getTime())))
    return refuse(
      'blocked',
      `Only ${REPORTS_AN_HOUR.max} reports are taken from one place in an hour. Your text is kept here: send it later.`,
    )
  // Windows that ended long ago go with whoever reports next.
  await forgetAttempts(db, '', at.getTime())
  return inTransaction(
    db,
    READER,
    async (context) => {
      const id = newId()
      await context.tx.report.create({
        data: { id, subjectKind: kind, subjectId: subject.id, address: seenAt, text, contact, at },
      })
      // Who wants to read it finds it on the desk; the record of changes does not repeat it.
      await writeEvent(context, {
        kind: 'report.received',
        subjectKind: 'report',
        subjectId: id,
        version: 1,
        shelf: 'desk',
        summary: subject.title,
        after: { about: `${kind} ${subject.id}` },
      })
      return { id }
    },
    at,
  )
}

const settleReport = async (
  context: Context,
  input: { id: string; was: string },
  to: { state: 'answered' | 'closed'; text: string },
) => {
  const { tx, at, actor } = context
  const report = await tx.report.findUnique({ where: { id: input.id } })
  if (!report) return stop({ code: 'not_found', sentence: 'This report is not here.' })
  const { state, answer } = report
  if (state !== input.was)
    return stop({
      code: 'conflict',
      sentence:
        'Somebody dealt with this report after you opened it. Look at what they did, then decide again.',
      details: { current: state, theirs: { state, answer } },
    })
  // Of two at once, one is first.
  const { count } = await tx.report.updateMany({
    where: { id: report.id, state, answer },
    data: {
      state: to.state,
      answer: to.text,
      answeredAt: at,
      answeredBy: actor.kind === 'user' ? actor.id : null,
    },
  })
  if (count === 0)
    return stop({ code: 'conflict', sentence: 'Somebody dealt with this report in the same moment.' })
  const subject = await subjectById(tx, report.subjectKind as SubjectKind, report.subjectId)
  const version = 1 + (await tx.event.count({ where: { subjectKind: 'report', subjectId: report.id } }))
  await writeEvent(context, {
    kind: `report.${to.state}`,
    subjectKind: 'report',
    subjectId: report.id,
    version,
    shelf: 'desk',
    summary: subject?.title ?? '',
    reason: to.state === 'closed' ? to.text : null,
    before: { state, answer },
    after: { state: to.state, answer: to.text },
  })
  return { id: report.id, state: to.state }
}

/** Answers a report; readers see both on the page that it is about. */
export const answerReport = command(
  answerInput,
  'edit',
  () => ({ kind: 'report' }),
  (context, input) => settleReport(context, input, { state: 'answered', text: input.answer }),
)

/** Closes a report without an answer to readers; why stays on the desk. */
export const closeReport = command(
  closeInput,
  'edit',
  () => ({ kind: 'report' }),
  (context, input) => settleReport(context, input, { state: 'closed', text: input.reason }),
)
