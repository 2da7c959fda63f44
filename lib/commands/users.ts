/** What happens to accounts. Sessions end in the same transaction as what ends them. */
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { z } from 'zod'
import type { Database, Tx } from '../db/client'
import { type Actor, can } from '../domain/actor'
import { newId } from '../domain/ids'
import { password, personName } from '../domain/input/account'
import { id } from '../domain/input/parts'
import { type Result, refuse } from '../domain/result'
import { userRole } from '../domain/vocabulary'
import { type Context, command, inTransaction, refusalOf, stop } from './command'
import { writeEvent } from './events'
import { GUESSABLE, isGuessable } from './passwords'

/** What of an account its events tell: never a password, and nothing of its sessions. */
interface Told {
  id: string
  name: string
  email: string
  role: string
  disabledAt: Date | null
  version: number
}

const recordOf = ({ name, email, role, disabledAt }: Told) => ({
  name,
  email,
  role,
  disabled: disabledAt !== null,
})

export const writeUserEvent = (
  context: Context,
  kind: string,
  user: Told,
  before: Told | null,
  also: Record<string, unknown> = {},
): Promise<string> =>
  writeEvent(context, {
    kind,
    subjectKind: 'user',
    subjectId: user.id,
    version: user.version,
    // Accounts are nobody's to read: no list of events in public asks for this shelf.
    shelf: 'closed',
    summary: user.name,
    before: before && recordOf(before),
    after: { ...recordOf(user), ...also },
  })

const find = async (tx: Tx, id: string): Promise<Told> =>
  (await tx.user.findUnique({ where: { id } })) ??
  stop({ code: 'not_found', sentence: 'There is no such account.' })

const conflict = (): never =>
  stop({
    code: 'conflict',
    sentence: 'Somebody changed this account after you opened the page. Look at it again, then decide.',
  })

const fresh = (user: Told, version: number | undefined): void => {
  if (version !== undefined && version !== user.version) conflict()
}

/** Somebody must be able to let people in. Holds all active admins, so that two cannot step down at once. */
const keepAnAdmin = async (tx: Tx, user: Told): Promise<void> => {
  if (user.role !== 'admin' || user.disabledAt) return
  const { count } = await tx.user.updateMany({
    where: { role: 'admin', disabledAt: null },
    data: { role: 'admin' },
  })
  if (count <= 1)
    stop({
      code: 'blocked',
      sentence: 'This is the last admin. Make somebody else an admin first.',
      field: 'role',
    })
}

/** Writes the change of an account; whoever changed it in the same moment is answered as a conflict. */
const change = async (
  { tx, at }: Context,
  user: Told,
  data: { role?: string; name?: string; disabledAt?: Date | null },
): Promise<Told> => {
  const { count } = await tx.user.updateMany({
    where: { id: user.id, version: user.version },
    data: { ...data, updatedAt: at, version: user.version + 1 },
  })
  if (count === 0) conflict()
  return { ...user, ...data, version: user.version + 1 }
}

const account = z.object({ userId: id, version: z.int().min(1).optional() })
const asUser = () => ({ kind: 'user' }) as const
const own = ({ userId }: { userId: string }) => ({ kind: 'user', ownerId: userId }) as const

/** Gives an account another role. Its sessions end: none that was begun with one right goes on with another. */
export const setRole = command(
  account.extend({ role: userRole }),
  'administer',
  asUser,
  async (context, input) => {
    const user = await find(context.tx, input.userId)
    fresh(user, input.version)
    if (user.role === input.role) return { id: user.id, version: user.version }
    await keepAnAdmin(context.tx, user)
    const after = await change(context, user, { role: input.role })
    await context.tx.session.deleteMany({ where: { userId: user.id } })
    await writeUserEvent(context, 'user.role_changed', after, user)
    return { id: user.id, version: after.version }
  },
)

/** Closes an account: its sessions end, and no link or key of it works any more. What it wrote stays under its name. */
export const disableUser = command(account, 'administer', asUser, async (context, input) => {
  const { tx, at } = context
  const user = await find(tx, input.userId)
  fresh(user, input.version)
  if (user.disabledAt) return { id: user.id, version: user.version }
  await keepAnAdmin(tx, user)
  const after = await change(context, user, { disabledAt: at })
  await tx.session.deleteMany({ where: { userId: user.id } })
  await tx.oneTimeLink.updateMany({
    where: { userId: user.id, usedAt: null, revokedAt: null },
    data: { revokedAt: at },
  })
  await tx.apiKey.updateMany({
    where: { ownerId: user.id, revokedAt: null },
    data: { revokedAt: at, revokedBy: context.actor.kind === 'public' ? null : context.actor.name },
  })
  await writeUserEvent(context, 'user.disabled', after, user)
  return { id: user.id, version: after.version }
})

/** Opens a closed account again, with the password that it had. */
export const enableUser = command(account, 'administer', asUser, async (context, input) => {
  const user = await find(context.tx, input.userId)
  fresh(user, input.version)
  if (!user.disabledAt) return { id: user.id, version: user.version }
  const after = await change(context, user, { disabledAt: null })
  await writeUserEvent(context, 'user.enabled', after, user)
  return { id: user.id, version: after.version }
})

/** Changes the name that stands beside what somebody writes from now on. */
export const renameUser = command(
  account.extend({ name: personName }),
  'edit',
  own,
  async (context, input) => {
    const user = await find(context.tx, input.userId)
    fresh(user, input.version)
    if (user.name === input.name) return { id: user.id, version: user.version }
    const after = await change(context, user, { name: input.name })
    await writeUserEvent(context, 'user.renamed', after, user)
    return { id: user.id, version: after.version }
  },
)

/** Ends one session of an account, or all but one. */
export const endSessions = command(
  z.object({ userId: id, only: id.optional(), except: id.optional() }),
  'edit',
  own,
  async (context, input) => {
    const user = await find(context.tx, input.userId)
    const { count } = await context.tx.session.deleteMany({
      where: {
        userId: user.id,
        ...(input.only ? { id: input.only } : input.except ? { id: { not: input.except } } : {}),
      },
    })
    if (count > 0) await writeUserEvent(context, 'user.sessions_ended', user, user, { ended: count })
    return { ended: count }
  },
)

/** Stores a password's hash as better-auth looks for it. */
export const storePassword = async ({ tx, at }: Context, userId: string, hash: string): Promise<void> => {
  const credential = { userId, providerId: 'credential' }
  const { count } = await tx.account.updateMany({
    where: credential,
    data: { password: hash, updatedAt: at },
  })
  if (count === 0)
    await tx.account.create({
      data: {
        ...credential,
        id: newId(),
        accountId: userId,
        password: hash,
        createdAt: at,
        updatedAt: at,
      },
    })
}

/** Whether this is somebody's present password. */
export const rightPassword = async (db: Database, userId: string, password: string): Promise<boolean> => {
  const credential = await db.writer.account.findFirst({ where: { userId, providerId: 'credential' } })
  const hash = credential?.password
  return hash ? verifyPassword({ hash, password }) : false
}

const changePasswordInput = z.object({
  userId: id,
  current: z.string({ error: 'Write your present password.' }),
  password,
  /** The session that stays. */
  sessionId: id.optional(),
})

/**
 * Sets a new password of one's own, and ends all other sessions. Hashing takes a while on purpose, so it is done
 * before the transaction begins.
 */
export const changePassword = async (
  db: Database,
  actor: Actor,
  raw: z.input<typeof changePasswordInput>,
  at?: Date,
): Promise<Result<{ ended: number }>> => {
  const parsed = changePasswordInput.safeParse(raw)
  if (!parsed.success) return { ok: false, refusal: refusalOf(parsed.error) }
  const { userId, current, password, sessionId } = parsed.data
  if (!can(actor, 'edit', own({ userId })))
    return refuse('forbidden', 'You can change only your own password here.')
  if (!(await rightPassword(db, userId, current)))
    return refuse('invalid', 'This is not your present password.', 'current')
  const mine = await db.writer.user.findUnique({ where: { id: userId } })
  if (isGuessable(password, [mine?.name, mine?.email])) return { ok: false, refusal: GUESSABLE }
  const next = await hashPassword(password)
  return inTransaction(
    db,
    actor,
    async (context) => {
      const user = await find(context.tx, userId)
      await storePassword(context, userId, next)
      const { count } = await context.tx.session.deleteMany({
        where: { userId, ...(sessionId ? { id: { not: sessionId } } : {}) },
      })
      await writeUserEvent(context, 'user.password_changed', user, user, { ended: count })
      return { ended: count }
    },
    at,
  )
}
