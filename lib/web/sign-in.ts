/** Signing in and out: throttled, with a session of its own each time, and the same answer for what does not exist. */
import 'server-only'
import { createHash } from 'node:crypto'
import { isAPIError } from 'better-auth/api'
import { z } from 'zod'
import { attempt, forgetAttempts, type Limit } from '../commands/throttle'
import type { Actor } from '../domain/actor'
import { email as emailInput } from '../domain/input/account'
import { userRole } from '../domain/vocabulary'
import { getAuth } from './auth'
import { getDatabase } from './database'

const WINDOW = 15 * 60
/** Wrong tries for one account: guessing stops, and who mistypes comes back after a coffee. */
const PER_ACCOUNT: Limit = { max: 8, seconds: WINDOW }
/** Tries from one address: a newsroom of thirty behind one router passes. */
const PER_ADDRESS: Limit = { max: 60, seconds: WINDOW }

const roleOf = z.object({ role: userRole })

const digest = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22)

/**
 * The address that a request came from: what the nearest proxy saw, or the server itself where there is none. Without
 * a proxy it is the sender's word; the count per account does not rest on it.
 */
export const clientAddress = (headers: Headers): string =>
  headers.get('x-forwarded-for')?.split(',').at(-1)?.trim().slice(0, 64) || 'unknown'

/** An address as it is counted: hashed, so that it stands nowhere. */
export const addressDigest = (headers: Headers): string => `address:${digest(clientAddress(headers))}`

/** What of a request better-auth is to see: who was signed in, and what is shown among the sessions. */
const headersFor = (sent: Headers): Headers =>
  new Headers({
    cookie: sent.get('cookie') ?? '',
    'user-agent': (sent.get('user-agent') ?? '').slice(0, 300),
    'x-forwarded-for': clientAddress(sent),
  })

/** Whether an address may try once more; counted before anything is looked up. */
export const addressMayTry = (headers: Headers, what: string): Promise<boolean> =>
  attempt(getDatabase(), `${what}:${addressDigest(headers)}`, PER_ADDRESS)

/** Whether one more may be tried for an account, existing or not. */
export const accountMayTry = (email: string, what: string): Promise<boolean> =>
  attempt(getDatabase(), `${what}:account:${digest(email)}`, PER_ACCOUNT)

export type SignIn =
  | { ok: true; actor: Actor; cookies: string[] }
  | { ok: false; why: 'wrong' | 'many' | 'disabled' }

/** Signs in; the session that the request came with ends, so that no cookie outlives a change of hands. */
export const signIn = async (sent: Headers, typed: string, password: string): Promise<SignIn> => {
  const email = emailInput.safeParse(typed)
  if (!email.success || !password) return { ok: false, why: 'wrong' }
  const db = getDatabase()
  if (!(await addressMayTry(sent, 'sign-in')) || !(await accountMayTry(email.data, 'sign-in')))
    return { ok: false, why: 'many' }
  const headers = headersFor(sent)
  try {
    const { headers: set, response } = await getAuth().api.signInEmail({
      body: { email: email.data, password },
      headers,
      returnHeaders: true,
    })
    await forgetAttempts(db, `sign-in:account:${digest(email.data)}`)
    if (headers.get('cookie')) await getAuth().api.signOut({ headers })
    const { id, name } = response.user
    const { role } = roleOf.parse(response.user)
    return {
      ok: true,
      actor: { kind: 'user', id, name, role },
      cookies: set.getSetCookie(),
    }
  } catch (error) {
    if (!isAPIError(error) || error.statusCode >= 500) throw error
    // The password was right, and only then is it said that the account is closed.
    const closed = error.body?.code === 'FAILED_TO_CREATE_SESSION'
    return { ok: false, why: closed ? 'disabled' : 'wrong' }
  }
}

/** Ends the session of a request. @returns the cookies that take it out of the browser */
export const signOut = async (sent: Headers): Promise<string[]> => {
  const { headers } = await getAuth().api.signOut({ headers: headersFor(sent), returnHeaders: true })
  return headers.getSetCookie()
}
