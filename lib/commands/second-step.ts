/**
 * The second step of signing in: codes of an app (RFC 6238), and codes on paper for when the app is gone. The shared
 * secret is sealed with the secret of the installation; of the codes on paper only hashes are stored.
 */
import { createHash, randomBytes } from 'node:crypto'
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { Secret, TOTP } from 'otpauth'
import { z } from 'zod'
import type { Database } from '../db/client'
import type { Actor } from '../domain/actor'
import { can } from '../domain/actor'
import { newId } from '../domain/ids'
import { id } from '../domain/input/parts'
import { type Result, refuse } from '../domain/result'
import { type Context, command, inTransaction, stop } from './command'
import { rightPassword, writeUserEvent } from './users'

/** What an app shows for half a minute; the one before still works, because clocks and people are slow. */
const DIGITS = 6
const PERIOD_SECONDS = 30
const SLOW = 1

/** Enough to lose some; each is as hard to guess as a long password. */
const CODES = 10
const CODE_BYTES = 10

const totp = (secret: string, label?: string) =>
  new TOTP({
    issuer: 'On Record',
    label,
    secret: Secret.fromBase32(secret),
    digits: DIGITS,
    period: PERIOD_SECONDS,
  })

/** What an app reads from the picture: an address of the form `otpauth://`. */
export const otpAddress = (secret: string, label: string): string => totp(secret, label).toString()

const plain = (code: string): string => code.toLowerCase().replace(/[^a-z0-9]/g, '')
const hashOf = (code: string): string => createHash('sha256').update(plain(code)).digest('hex')

/** In groups, because they are copied by hand. */
const newCode = (): string =>
  Buffer.from(randomBytes(CODE_BYTES))
    .toString('hex')
    .replace(/(.{5})(?=.)/g, '$1-')

const own = (userId: string) => ({ kind: 'user', ownerId: userId }) as const

const find = async ({ tx }: Context, userId: string) =>
  (await tx.user.findUnique({ where: { id: userId } })) ??
  stop({ code: 'not_found', sentence: 'There is no such account.' })

/** The step of time that a code belongs to; null where it is no code of this secret, or not of now. */
const stepOf = (secret: string, code: string, at: Date): number | null => {
  const delta = totp(secret).validate({
    token: code.replace(/\s/g, ''),
    timestamp: at.getTime(),
    window: SLOW,
  })
  return delta === null ? null : Math.floor(at.getTime() / 1000 / PERIOD_SECONDS) + delta
}

const writeCodes = async ({ tx, at }: Context, userId: string): Promise<string[]> => {
  const codes = Array.from({ length: CODES }, newCode)
  await tx.recoveryCode.deleteMany({ where: { userId } })
  for (const code of codes)
    await tx.recoveryCode.create({ data: { id: newId(), userId, codeHash: hashOf(code), createdAt: at } })
  return codes
}

/** Makes a secret that waits for the first code of the app. Whoever sits at an open session needs the password too. */
export const beginSecondStep = async (
  db: Database,
  actor: Actor,
  { userId, current, key }: { userId: string; current: string; key: string },
): Promise<Result<{ userId: string }>> => {
  if (!can(actor, 'edit', own(userId)))
    return refuse('forbidden', 'You can change only your own account here.')
  if (!(await rightPassword(db, userId, current)))
    return refuse('invalid', 'This is not your present password.', 'stepPassword')
  const secret = await symmetricEncrypt({ key, data: new Secret({ size: 20 }).base32 })
  return inTransaction(db, actor, async (context) => {
    const { tx, at } = context
    await find(context, userId)
    const there = await tx.secondStep.findUnique({ where: { userId } })
    if (there?.confirmedAt) stop({ code: 'blocked', sentence: 'The second step is on already.' })
    const data = { secret, createdAt: at, lastStep: 0 }
    await tx.secondStep.upsert({ where: { userId }, create: { userId, ...data }, update: data })
    return { userId }
  })
}

/** Turns it on, with a code of the app. Sessions that were begun without it end. @returns the codes, this once */
export const confirmSecondStep = async (
  db: Database,
  actor: Actor,
  { userId, code, key, sessionId }: { userId: string; code: string; key: string; sessionId?: string },
  at = new Date(),
): Promise<Result<{ codes: string[] }>> => {
  if (!can(actor, 'edit', own(userId)))
    return refuse('forbidden', 'You can change only your own account here.')
  const waits = await db.writer.secondStep.findUnique({ where: { userId } })
  if (!waits || waits.confirmedAt) return refuse('gone', 'No second step waits to be turned on; begin again.')
  const step = stepOf(await symmetricDecrypt({ key, data: waits.secret }), code, at)
  if (step === null)
    return refuse('invalid', 'This is not the code that the app shows now; type the next one.', 'code')
  return inTransaction(
    db,
    actor,
    async (context) => {
      const { tx } = context
      const user = await find(context, userId)
      const { count } = await tx.secondStep.updateMany({
        where: { userId, confirmedAt: null, secret: waits.secret },
        data: { confirmedAt: at, lastStep: step },
      })
      if (count === 0)
        stop({ code: 'conflict', sentence: 'Somebody began this again meanwhile; look once more.' })
      const codes = await writeCodes(context, userId)
      const ended = await tx.session.deleteMany({
        where: { userId, ...(sessionId ? { id: { not: sessionId } } : {}) },
      })
      await writeUserEvent(context, 'user.second_step_on', user, user, { ended: ended.count })
      return { codes }
    },
    at,
  )
}

/** Makes new codes; those before work no more. */
export const renewCodes = async (
  db: Database,
  actor: Actor,
  { userId, current }: { userId: string; current: string },
): Promise<Result<{ codes: string[] }>> => {
  if (!can(actor, 'edit', own(userId)))
    return refuse('forbidden', 'You can change only your own account here.')
  if (!(await rightPassword(db, userId, current)))
    return refuse('invalid', 'This is not your present password.', 'stepPassword')
  return inTransaction(db, actor, async (context) => {
    const user = await find(context, userId)
    if ((await context.tx.secondStep.count({ where: { userId, confirmedAt: { not: null } } })) === 0)
      stop({ code: 'gone', sentence: 'The second step is not on.' })
    const codes = await writeCodes(context, userId)
    await writeUserEvent(context, 'user.recovery_codes_made', user, user)
    return { codes }
  })
}

const off = async (context: Context, userId: string) => {
  const user = await find(context, userId)
  const { count } = await context.tx.secondStep.deleteMany({ where: { userId } })
  await context.tx.recoveryCode.deleteMany({ where: { userId } })
  if (count > 0) await writeUserEvent(context, 'user.second_step_off', user, user)
  return { userId }
}

/** Turns one's own off. */
export const endSecondStep = async (
  db: Database,
  actor: Actor,
  { userId, current }: { userId: string; current: string },
): Promise<Result<{ userId: string }>> => {
  if (!can(actor, 'edit', own(userId)))
    return refuse('forbidden', 'You can change only your own account here.')
  if (!(await rightPassword(db, userId, current)))
    return refuse('invalid', 'This is not your present password.', 'stepPassword')
  return inTransaction(db, actor, (context) => off(context, userId))
}

/** Turns somebody’s off who has lost the app and the codes. Their sessions end. */
export const removeSecondStep = command(
  z.object({ userId: id }),
  'administer',
  () => ({ kind: 'user' }),
  async (context, { userId }) => {
    await context.tx.session.deleteMany({ where: { userId } })
    return off(context, userId)
  },
)

/** Whether an account asks for a second step. */
export const hasSecondStep = async (db: Database, userId: string): Promise<boolean> =>
  (await db.writer.secondStep.count({ where: { userId, confirmedAt: { not: null } } })) > 0

/**
 * Uses a code up: of the app, or one on paper. Neither works twice, also where two come in the same moment.
 */
export const useSecondStep = async (
  db: Database,
  userId: string,
  code: string,
  key: string,
  at = new Date(),
): Promise<boolean> => {
  const found = await db.writer.secondStep.findUnique({ where: { userId } })
  if (!found?.confirmedAt) return false
  const step = stepOf(await symmetricDecrypt({ key, data: found.secret }), code, at)
  if (step !== null) {
    const used = await db.writer.secondStep.updateMany({
      where: { userId, lastStep: { lt: step } },
      data: { lastStep: step },
    })
    return used.count === 1
  }
  const actor = { kind: 'system', name: 'sign-in' } as const
  const used = await inTransaction(db, actor, async (context) => {
    const { count } = await context.tx.recoveryCode.updateMany({
      where: { userId, codeHash: hashOf(code), usedAt: null },
      data: { usedAt: at },
    })
    if (count === 0) return false
    const user = await find(context, userId)
    await writeUserEvent(context, 'user.recovery_code_used', user, user)
    return true
  })
  return used.ok && used.value
}

const WAITS_SECONDS = 300
const named = (token: string) => `second-step:${createHash('sha256').update(token).digest('hex')}`

/** Remembers, for five minutes, who typed the right password. @returns a token that only their browser has */
export const waitForSecondStep = async (db: Database, userId: string, at = new Date()): Promise<string> => {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(at.getTime() + WAITS_SECONDS * 1000)
  await db.write(async (tx) => {
    await tx.verification.deleteMany({
      where: { identifier: { startsWith: 'second-step:' }, expiresAt: { lt: at } },
    })
    await tx.verification.create({
      data: { id: newId(), identifier: named(token), value: userId, expiresAt, createdAt: at, updatedAt: at },
    })
  })
  return token
}

/** Whose second step a token waits for; null where it waits no more. */
export const whoWaits = async (
  db: Database,
  token: string,
  at = new Date(),
): Promise<{ id: string; name: string; email: string; role: string } | null> => {
  const row = await db.writer.verification.findFirst({
    where: { identifier: named(token), expiresAt: { gt: at } },
  })
  const user = row && (await db.writer.user.findUnique({ where: { id: row.value } }))
  return user && !user.disabledAt ? user : null
}

/** The wait is over; of several at once, one ends it. */
export const endWait = async (db: Database, token: string): Promise<boolean> =>
  (await db.writer.verification.deleteMany({ where: { identifier: named(token) } })).count === 1
