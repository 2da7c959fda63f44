/** Accounts as they are shown on the desk: one's own sessions, and everybody to admins. */
import { createHash } from 'node:crypto'
import type { Database } from '../db/client'
import { can, type Viewer } from '../domain/actor'
import { LINK_PURPOSES, type LinkPurpose } from '../domain/input/account'
import { type UserRole, userRole } from '../domain/vocabulary'

export interface PersonRow {
  id: string
  name: string
  email: string
  role: UserRole
  disabledAt: string | null
  /** When a session of theirs was last begun that still stands. */
  signedInAt: string | null
  version: number
}

export interface OpenLink {
  id: string
  purpose: LinkPurpose
  email: string | null
  role: string | null
  byName: string | null
  createdAt: string
  expiresAt: string
}

export interface SessionRow {
  id: string
  createdAt: string
  expiresAt: string
  ipAddress: string | null
  userAgent: string | null
}

/** Everybody with an account, by name; nobody for whom may not administer them. */
export const listPeople = async (db: Database, viewer: Viewer): Promise<PersonRow[]> => {
  if (!can(viewer, 'administer', { kind: 'user' })) return []
  const users = await db.reader.user.findMany({
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    include: { sessions: { orderBy: { createdAt: 'desc' }, take: 1, select: { createdAt: true } } },
  })
  return users.map((user) => ({
    id: user.id,
    name: user.name,
    email: user.email,
    role: userRole.parse(user.role),
    disabledAt: user.disabledAt?.toISOString() ?? null,
    signedInAt: user.sessions[0]?.createdAt.toISOString() ?? null,
    version: user.version,
  }))
}

/** Links that were handed out and would still work. */
export const listOpenLinks = async (db: Database, viewer: Viewer, at = new Date()): Promise<OpenLink[]> => {
  if (!can(viewer, 'administer', { kind: 'user' })) return []
  const links = await db.reader.oneTimeLink.findMany({
    where: { usedAt: null, revokedAt: null, expiresAt: { gt: at } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    include: { by: { select: { name: true } } },
  })
  return links.flatMap((link) => {
    const purpose = LINK_PURPOSES.find((one) => one === link.purpose)
    if (!purpose) return []
    return {
      id: link.id,
      purpose,
      email: link.email,
      role: link.role,
      byName: link.by?.name ?? null,
      createdAt: link.createdAt.toISOString(),
      expiresAt: link.expiresAt.toISOString(),
    }
  })
}

/** The sessions of an account that still stand, the latest first. */
export const listSessions = async (
  db: Database,
  viewer: Viewer,
  userId: string,
  at = new Date(),
): Promise<SessionRow[]> => {
  if (!can(viewer, 'read', { kind: 'user', ownerId: userId })) return []
  const sessions = await db.reader.session.findMany({
    where: { userId, expiresAt: { gt: at } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  return sessions.map(({ id, createdAt, expiresAt, ipAddress, userAgent }) => ({
    id,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    ipAddress: ipAddress || null,
    userAgent: userAgent || null,
  }))
}

/** What the page of a link shows to whoever holds it; null where it does not work, or no longer. */
export const linkOf = async (
  db: Database,
  purpose: LinkPurpose,
  token: string,
  at = new Date(),
): Promise<{ email: string | null; role: UserRole | null; name: string | null } | null> => {
  const link = await db.reader.oneTimeLink.findUnique({
    where: { tokenHash: createHash('sha256').update(token).digest('hex') },
    include: { user: { select: { name: true } } },
  })
  if (!link || link.purpose !== purpose || link.usedAt || link.revokedAt || link.expiresAt <= at) return null
  return {
    email: link.email,
    role: userRole.safeParse(link.role).data ?? null,
    name: link.user?.name ?? null,
  }
}

/** The account of an address, for commands of the machine's own and for forgotten passwords. */
export const findUserByEmail = async (
  db: Database,
  email: string,
): Promise<{ id: string; name: string; email: string; disabled: boolean } | null> => {
  const user = await db.reader.user.findUnique({ where: { email: email.trim().toLowerCase() } })
  return user && { id: user.id, name: user.name, email: user.email, disabled: user.disabledAt !== null }
}

export const hasUsers = async (db: Database): Promise<boolean> => (await db.reader.user.count()) > 0
