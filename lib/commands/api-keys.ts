/**
 * Keys for programs. A key acts as its owner, within its scopes; only a hash of it is stored, so that a copy of the
 * database lets nobody in. A plain SHA-256 is enough: 256 random bits are not guessed (docs/decisions/0105).
 */
import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Database, Tx } from '../db/client'
import { type Actor, can } from '../domain/actor'
import { newId } from '../domain/ids'
import { API_KEY, KEY_MARK, makeKeyInput, type Scope, scope } from '../domain/input/api'
import { id } from '../domain/input/parts'
import { userRole } from '../domain/vocabulary'
import { command, commandOn, stop } from './command'
import { writeUserEvent } from './users'

const DAY = 86_400_000
/** Keys of one account that work at once: enough for every program, and few enough to look through. */
const MOST = 50
/** The mark and six signs: tells keys apart and leaves 220 bits unknown. */
const SHOWN = KEY_MARK.length + 6
/** How exactly it is kept when a key was last used: a write with every request would be too many. */
const USE_MS = 60_000

const keyHash = (key: string): string => createHash('sha256').update(key).digest('hex')

const ownerOf = async (tx: Tx, userId: string) => {
  const user = await tx.user.findUnique({ where: { id: userId } })
  if (!user || user.disabledAt)
    return stop({ code: 'blocked', sentence: 'There is no open account that this key could act as.' })
  return user
}

/**
 * Makes a key for one's own account, or as an admin for another.
 * @returns the key, which is nowhere else: whoever asked must copy it now
 */
export const makeKey = command(
  makeKeyInput,
  'edit',
  ({ ownerId }) => ({ kind: 'user', ownerId }),
  async (context, { ownerId, name, scopes, days }) => {
    const { tx, at, actor } = context
    const owner = await ownerOf(tx, ownerId)
    const works = { ownerId, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: at } }] }
    if ((await tx.apiKey.count({ where: works })) >= MOST)
      stop({ code: 'blocked', sentence: `An account has at most ${MOST} keys; revoke one that is not used.` })
    const secret = KEY_MARK + randomBytes(32).toString('base64url')
    const key = await tx.apiKey.create({
      data: {
        id: newId(),
        ownerId,
        name,
        prefix: secret.slice(0, SHOWN),
        keyHash: keyHash(secret),
        scopes: JSON.stringify(scopes),
        byName: actor.kind === 'public' ? '' : actor.name,
        createdAt: at,
        expiresAt: days === null ? null : new Date(at.getTime() + days * DAY),
      },
    })
    const told = { key: key.id, keyName: name, prefix: key.prefix, scopes, expires: key.expiresAt }
    await writeUserEvent(context, 'user.key_made', owner, owner, told)
    return { id: key.id, name, prefix: key.prefix, key: secret, expiresAt: key.expiresAt }
  },
)

/** Ends a key, for good: whoever made it, or an admin. */
export const revokeKey = commandOn(
  z.object({ id }),
  async ({ tx }, input) =>
    (await tx.apiKey.findUnique({ where: { id: input.id }, include: { owner: true } })) ??
    stop({ code: 'not_found', sentence: 'There is no such key.' }),
  (actor, { ownerId }) => can(actor, 'edit', { kind: 'user', ownerId }),
  async (context, _input, key) => {
    const { tx, at, actor } = context
    const revokedBy = actor.kind === 'public' ? null : actor.name
    const { count } = await tx.apiKey.updateMany({
      where: { id: key.id, revokedAt: null },
      data: { revokedAt: at, revokedBy },
    })
    if (count === 0) return { id: key.id }
    const told = { key: key.id, keyName: key.name, prefix: key.prefix }
    await writeUserEvent(context, 'user.key_revoked', key.owner, key.owner, told)
    return { id: key.id }
  },
)

export interface KeyUse {
  id: string
  name: string
  prefix: string
  scopes: Scope[]
  expiresAt: Date | null
  actor: Extract<Actor, { kind: 'user' }>
}

/**
 * Whose key this is, and what for; notes that it was used.
 * @returns null for what is no key, or one that is revoked, has expired, or whose owner's account is closed
 */
export const useKey = async (db: Database, key: string, at = new Date()): Promise<KeyUse | null> => {
  if (!API_KEY.test(key)) return null
  const row = await db.reader.apiKey.findUnique({
    where: { keyHash: keyHash(key) },
    include: { owner: true },
  })
  if (!row || row.revokedAt || row.owner.disabledAt || (row.expiresAt && row.expiresAt <= at)) return null
  const role = userRole.safeParse(row.owner.role)
  if (!role.success) return null
  const before = new Date(at.getTime() - USE_MS)
  if (row.lastUsedAt === null || row.lastUsedAt < before)
    await db.writer.apiKey.updateMany({
      where: { id: row.id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: before } }] },
      data: { lastUsedAt: at },
    })
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    // A scope that is no longer known allows nothing.
    scopes: (JSON.parse(row.scopes) as unknown[]).flatMap((one) => scope.safeParse(one).data ?? []),
    expiresAt: row.expiresAt,
    actor: { kind: 'user', id: row.owner.id, name: row.owner.name, role: role.data },
  }
}
