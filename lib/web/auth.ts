/**
 * better-auth keeps sessions, over our own clients. Its own addresses are not served and its
 * admin plugin is not used: whatever changes an account is a command that asks `can` (docs/decisions/0041).
 */
import 'server-only'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { betterAuth } from 'better-auth/minimal'
import { z } from 'zod'
import type { Database } from '../db/client'
import { newId } from '../domain/ids'
import { getDatabase } from './database'
import { secretFor } from './secret'

/** How long a session lasts; it is not drawn out, because a page cannot renew its cookie. */
export const SESSION_DAYS = 14

const READS = new Set(['findFirst', 'findMany', 'findUnique', 'count'])
type Model = Record<string, (args: unknown) => unknown>

/** Sessions are read with every page: not behind whoever is writing, but from the reader. */
const clientOf = ({ reader, writer }: Database) => {
  const of = (name: 'user' | 'session' | 'account' | 'verification' | 'rateLimit') =>
    new Proxy({} as Model, {
      get: (_, operation: string) => (args: unknown) =>
        ((READS.has(operation) ? reader : writer)[name] as unknown as Model)[operation]?.(args),
    })
  return {
    user: of('user'),
    session: of('session'),
    account: of('account'),
    verification: of('verification'),
    rateLimit: of('rateLimit'),
  }
}

/**
 * Begins a session for somebody who has shown who they are: by password, and by the second step where there is one. It
 * has no path, so that nothing but our own code can ask for it.
 */
const begins = {
  id: 'on-record-begins',
  endpoints: {
    beginSession: createAuthEndpoint(
      { method: 'POST', body: z.object({ userId: z.string() }) },
      async (ctx) => {
        const { internalAdapter } = ctx.context
        const user = await internalAdapter.findUserById(ctx.body.userId)
        const session = user && (await internalAdapter.createSession(user.id))
        if (!user || !session) return ctx.json({ begun: false })
        await setSessionCookie(ctx, { session, user })
        return ctx.json({ begun: true })
      },
    ),
  },
}

const secure = (): boolean => process.env.SITE_URL?.startsWith('https://') ?? false

const make = (db: Database) =>
  betterAuth({
    appName: 'On Record',
    // Nothing of ours is made from it; without one the library would complain at every start.
    baseURL: process.env.SITE_URL || 'http://localhost',
    secret: secretFor(db.url),
    database: prismaAdapter(clientOf(db), { provider: db.kind }),
    telemetry: { enabled: false },
    // It would log every refusal; what is no refusal is thrown.
    logger: { disabled: true },
    // Its limits are on its own addresses; sign-in.ts counts for ours.
    rateLimit: { enabled: false },
    // Passwords are ours to check (lib/commands/passwords.ts): a session begins only after the second step.
    emailAndPassword: { enabled: false },
    plugins: [begins],
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        disabledAt: { type: 'date', required: false, input: false },
      },
    },
    session: { expiresIn: SESSION_DAYS * 86_400, disableSessionRefresh: true },
    advanced: {
      cookiePrefix: 'on-record',
      useSecureCookies: secure(),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      database: { generateId: () => newId() },
    },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }) => {
            const user = await db.writer.user.findUnique({ where: { id: userId } })
            return user !== null && user.disabledAt === null
          },
        },
      },
    },
  })

const kept = globalThis as unknown as { onRecordAuth?: ReturnType<typeof make> }

/** The accounts of this process. */
export const getAuth = (): ReturnType<typeof make> => {
  kept.onRecordAuth ??= make(getDatabase())
  return kept.onRecordAuth
}
