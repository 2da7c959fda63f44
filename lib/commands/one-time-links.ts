/**
 * Addresses that work once: for the first admin, for somebody invited, for a new password. Only the hash of a token is
 * stored, so that a copy of the database lets nobody in.
 */
import { createHash, randomBytes } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { z } from 'zod'
import type { Database, Tx } from '../db/client'
import { isTaken } from '../db/conflict'
import { newId } from '../domain/ids'
import {
  acceptLinkInput,
  email as emailInput,
  type LinkPurpose,
  makeLinkInput,
  personName,
} from '../domain/input/account'
import { id } from '../domain/input/parts'
import { type Refusal, type Result, refuse } from '../domain/result'
import { type UserRole, userRole } from '../domain/vocabulary'
import { type Context, command, inTransaction, refusalOf, stop } from './command'
import { writeEvent } from './events'
import { GUESSABLE, isGuessable } from './passwords'
import { storePassword, writeUserEvent } from './users'

const HOUR = 3_600_000
/** A new password is wanted now; somebody invited may be away for a few days. */
const LASTS: Record<LinkPurpose, number> = { setup: 168 * HOUR, invite: 168 * HOUR, reset: 24 * HOUR }

export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')

const open = { usedAt: null, revokedAt: null }

/** Checks what a link is to be for. @returns its columns, and which earlier links it takes the place of */
const intended = async (tx: Tx, input: z.output<typeof makeLinkInput>) => {
  if (input.purpose === 'setup') {
    if ((await tx.user.count()) > 0)
      stop({
        code: 'blocked',
        sentence: 'This ledger has accounts already; an admin invites everybody else.',
      })
    return { data: { role: 'admin' }, replaces: { purpose: 'setup' }, who: 'The first admin' }
  }
  if (input.purpose === 'invite') {
    const { email, role } = input
    if (await tx.user.findUnique({ where: { email } }))
      stop({ code: 'duplicate', sentence: 'Somebody has an account with this address.', field: 'email' })
    return { data: { email, role }, replaces: { purpose: 'invite', email }, who: email }
  }
  const { userId } = input
  const user = await tx.user.findUnique({ where: { id: userId } })
  if (!user) return stop({ code: 'not_found', sentence: 'There is no such account.' })
  if (user.disabledAt)
    stop({ code: 'blocked', sentence: 'This account is disabled; enable it before you give it a password.' })
  return {
    data: { userId, email: user.email },
    replaces: { purpose: 'reset', userId },
    who: user.name,
    version: user.version,
  }
}

/**
 * Makes a link; an earlier one for the same stops working.
 * @returns the token, which is nowhere else: whoever asked must hand it on now
 */
export const makeLink = command(
  makeLinkInput,
  'administer',
  () => ({ kind: 'user' }),
  async (context, input) => {
    const { tx, at, actor } = context
    const { data, replaces, who, version } = await intended(tx, input)
    await tx.oneTimeLink.updateMany({ where: { ...replaces, ...open }, data: { revokedAt: at } })
    const token = randomBytes(32).toString('base64url')
    const link = await tx.oneTimeLink.create({
      data: {
        ...data,
        id: newId(),
        purpose: input.purpose,
        tokenHash: tokenHash(token),
        byId: actor.kind === 'user' ? actor.id : null,
        createdAt: at,
        expiresAt: new Date(at.getTime() + LASTS[input.purpose]),
      },
    })
    await writeEvent(context, {
      kind: `user.${input.purpose}_link_made`,
      subjectKind: 'user',
      subjectId: link.userId ?? link.id,
      version: version ?? 1,
      shelf: 'closed',
      summary: who,
      after: { ...data, link: link.id },
    })
    return { id: link.id, purpose: input.purpose, token, email: link.email, expiresAt: link.expiresAt }
  },
)

/** Takes a link back before it is used. */
export const revokeLink = command(
  z.object({ id }),
  'administer',
  () => ({ kind: 'user' }),
  async (context, input) => {
    const { tx, at } = context
    const { count } = await tx.oneTimeLink.updateMany({
      where: { id: input.id, ...open },
      data: { revokedAt: at },
    })
    const link = await tx.oneTimeLink.findUnique({ where: { id: input.id } })
    if (count === 0 || !link)
      return stop({ code: 'gone', sentence: 'This link was used or taken back already, or is not there.' })
    await writeEvent(context, {
      kind: 'user.link_revoked',
      subjectKind: 'user',
      subjectId: link.userId ?? link.id,
      version: 1,
      shelf: 'closed',
      summary: link.email ?? 'The first admin',
      after: { link: link.id, purpose: link.purpose },
    })
    return { id: link.id }
  },
)

const GONE: Refusal = {
  code: 'gone',
  sentence:
    'This link does not work any more: it was used, taken back, or has expired. Ask for a new one where you got it.',
}

/** Uses a link up, in the moment in which it does its work; of several at once, one gets through. */
const use = async ({ tx, at }: Context, purpose: LinkPurpose, hash: string) => {
  const { count } = await tx.oneTimeLink.updateMany({
    where: { tokenHash: hash, purpose, ...open, expiresAt: { gt: at } },
    data: { usedAt: at },
  })
  if (count !== 1) stop(GONE)
  return tx.oneTimeLink.findUniqueOrThrow({ where: { tokenHash: hash } })
}

export interface Accepted {
  userId: string
  email: string
  name: string
  role: UserRole
}

const told = (user: { id: string; email: string; name: string; role: string }): Accepted => ({
  userId: user.id,
  email: user.email,
  name: user.name,
  role: userRole.parse(user.role),
})

/** The account of a link that makes one: its name and address are checked before anything is written. */
const begin = async (
  context: Context,
  link: { purpose: string; email: string | null; role: string | null },
  person: { name: string; email: string | null },
  hash: string,
): Promise<Accepted> => {
  const { tx, at } = context
  const email = link.email ?? person.email
  if (!email) return stop({ code: 'invalid', sentence: 'Write your e-mail address.', field: 'email' })
  if (link.purpose === 'setup' && (await tx.user.count()) > 0) stop(GONE)
  if (await tx.user.findUnique({ where: { email } }))
    stop({ code: 'duplicate', sentence: 'Somebody has an account with this address.', field: 'email' })
  const data = { id: newId(), name: person.name, email, role: userRole.parse(link.role) }
  const user = await tx.user.create({ data: { ...data, createdAt: at, updatedAt: at } })
  await storePassword(context, user.id, hash)
  const actor = { kind: 'user', id: user.id, name: user.name, role: data.role } as const
  await writeUserEvent({ ...context, actor }, 'user.joined', user, null)
  return told(user)
}

/** A new password for somebody who has an account; whoever was signed in by the old one no longer is. */
const renew = async (context: Context, userId: string | null, hash: string): Promise<Accepted> => {
  const { tx, at } = context
  const user = userId ? await tx.user.findUnique({ where: { id: userId } }) : null
  if (!user || user.disabledAt) return stop(GONE)
  await storePassword(context, user.id, hash)
  await tx.session.deleteMany({ where: { userId: user.id } })
  await tx.oneTimeLink.updateMany({ where: { userId: user.id, ...open }, data: { revokedAt: at } })
  const actor = { kind: 'user', id: user.id, name: user.name, role: userRole.parse(user.role) } as const
  await writeUserEvent({ ...context, actor }, 'user.password_reset', user, user)
  return told(user)
}

const checked = (raw: unknown) => {
  const input = acceptLinkInput.safeParse(raw)
  if (!input.success) return { ok: false, refusal: refusalOf(input.error) } as const
  const { purpose, name, email } = input.data
  const person = z
    .object({
      name: purpose === 'reset' ? z.any().transform(() => '') : personName,
      email: purpose === 'setup' ? emailInput : z.any().transform(() => null),
    })
    .safeParse({ name: name ?? '', email: email ?? '' })
  if (!person.success) return { ok: false, refusal: refusalOf(person.error) } as const
  return { ok: true, value: { ...input.data, person: person.data } } as const
}

/**
 * What somebody does who holds a link: makes their account, or sets a new password. The link is the right to do it,
 * and is used up in the same transaction; the password is hashed before, for that takes a while on purpose.
 */
export const acceptLink = async (
  db: Database,
  raw: z.input<typeof acceptLinkInput>,
  at = new Date(),
): Promise<Result<Accepted>> => {
  const input = checked(raw)
  if (!input.ok) return input
  const { purpose, token, password, person } = input.value
  const hash = tokenHash(token)
  const stands = { tokenHash: hash, purpose, ...open, expiresAt: { gt: at } }
  const waiting = await db.writer.oneTimeLink.findFirst({ where: stands, include: { user: true } })
  if (!waiting) return { ok: false, refusal: GONE }
  const known = [person.name, person.email, waiting.email, waiting.user?.name]
  if (isGuessable(password, known)) return { ok: false, refusal: GUESSABLE }
  const hashed = await hashPassword(password)
  try {
    return await inTransaction(
      db,
      { kind: 'public' },
      async (context) => {
        const link = await use(context, purpose, hash)
        return purpose === 'reset'
          ? renew(context, link.userId, hashed)
          : begin(context, link, person, hashed)
      },
      at,
    )
  } catch (error) {
    if (!isTaken(error)) throw error
    return refuse('duplicate', 'Somebody has an account with this address.', 'email')
  }
}
