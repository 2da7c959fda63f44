/** Accounts of the served site, for tests that need somebody who is signed in. */
import { hashPassword } from 'better-auth/crypto'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../../lib/db/client'
import { newId } from '../../lib/domain/ids'
import type { UserRole } from '../../lib/domain/vocabulary'

export const PASSWORD = 'a passphrase of the tests'

export interface TestUser {
  id: string
  name: string
  email: string
  role: UserRole
}

/** Makes an account straight in the database, as accepting an invitation does. */
export const addAccount = async (
  db: Database,
  role: UserRole,
  { name = `An ${role}`, email = `${newId()}@example.org` } = {},
): Promise<TestUser> => {
  const user = { id: newId(), name, email, role }
  const at = { createdAt: new Date(), updatedAt: new Date() }
  await db.writer.user.create({ data: { ...user, ...at } })
  await db.writer.account.create({
    data: {
      id: newId(),
      accountId: user.id,
      providerId: 'credential',
      userId: user.id,
      password: await hashPassword(PASSWORD),
      ...at,
    },
  })
  return user
}

/** The cookies that a response sets, as a browser would send them back; those that it takes away are left out. */
export const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .filter((cookie) => !/max-age=0/i.test(cookie))
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

export interface SessionCookie {
  name: string
  value: string
}

/** The session among cookies as `cookiesOf` has them, for a browser that is to be signed in. */
export const sessionCookie = (cookies: string): SessionCookie => {
  const [name = '', value = ''] = cookies.split(/=(.*)/s)
  return { name, value: value.split(';')[0] ?? '' }
}

/** Another reader's address each time, so that the tests of a whole run do not share one limit. */
const anyAddress = () => `10.${[0, 0, 0].map(() => Math.floor(Math.random() * 256)).join('.')}`

/**
 * Posts a form as a browser does: from a page of the site, without following the redirect.
 * @param fields a list gives a field several values
 */
export const post = (
  site: string,
  path: string,
  fields: Record<string, string | string[]>,
  { cookie, headers }: { cookie?: string; headers?: Record<string, string> } = {},
): Promise<Response> => {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
  return fetch(site + path, {
    method: 'POST',
    redirect: 'manual',
    body,
    headers: {
      Origin: site,
      'X-Forwarded-For': anyAddress(),
      ...(cookie ? { Cookie: cookie } : {}),
      ...headers,
    },
  })
}

/** Runs something on the site's own database. */
export const onSite = async <T>(body: (db: Database) => Promise<T>): Promise<T> => {
  const db = openDatabase(inject('siteDatabase'))
  try {
    return await body(db)
  } finally {
    await db.close()
  }
}

/**
 * Signs a new user in on the served site, by its real form.
 * @returns the cookie to send with every request, and who it is
 */
export const signIn = async (
  site: string,
  role: UserRole,
  named: { name?: string; email?: string } = {},
): Promise<{ cookie: string; user: TestUser }> => {
  const user = await onSite((db) => addAccount(db, role, named))
  const response = await post(site, '/sign-in/submit', { email: user.email, password: PASSWORD })
  const cookie = cookiesOf(response)
  if (response.status !== 303 || !cookie)
    throw new Error(`Signing in answered ${response.status} to ${response.headers.get('location')}.`)
  return { cookie, user }
}
