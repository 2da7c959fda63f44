/** Signing in and out: throttled, with a session of its own each time, and the same answer for what does not exist. */
import 'server-only'
import { checkPassword } from '../commands/passwords'
import { endWait, hasSecondStep, useSecondStep, waitForSecondStep, whoWaits } from '../commands/second-step'
import { noteSignIn } from '../commands/sign-ins'
import { attempt, forgetAttempts } from '../commands/throttle'
import type { Actor } from '../domain/actor'
import { email as emailInput, PASSWORD_MAX } from '../domain/input/account'
import type { Limit } from '../domain/limit'
import { type SignInOutcome, type UserRole, userRole } from '../domain/vocabulary'
import { getAuth } from './auth'
import { addressDigest, clientAddress, digest } from './client-address'
import { coarsePlace } from './coarse-place'
import { getDatabase } from './database'
import { forgetWait, waitCookie, waitIn } from './second-step'
import { secretFor } from './secret'

const WINDOW = 15 * 60
/** Wrong tries for one account: guessing stops, and who mistypes comes back after a coffee. */
const PER_ACCOUNT: Limit = { max: 8, seconds: WINDOW }
/** Tries from one address: a newsroom of thirty behind one router passes. */
const PER_ADDRESS: Limit = { max: 60, seconds: WINDOW }

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
  | { ok: false; why: 'code'; cookies: string[] }

const noted = (sent: Headers, userId: string | null, outcome: SignInOutcome): Promise<void> =>
  noteSignIn(getDatabase(), {
    userId,
    outcome,
    place: coarsePlace(clientAddress(sent)),
    userAgent: (sent.get('user-agent') ?? '').slice(0, 300) || null,
  })

interface Person {
  id: string
  name: string
  email: string
  role: UserRole
}

/** Begins a session; the one that the request came with ends, so that no cookie outlives a change of hands. */
const begin = async (sent: Headers, { id, name, email, role }: Person): Promise<SignIn> => {
  const headers = headersFor(sent)
  const { headers: set, response } = await getAuth().api.beginSession({
    body: { userId: id },
    headers,
    returnHeaders: true,
  })
  if (!response.begun) return { ok: false, why: 'disabled' }
  await forgetAttempts(getDatabase(), `sign-in:account:${digest(email)}`)
  if (headers.get('cookie')) await getAuth().api.signOut({ headers })
  await noted(sent, id, 'in')
  return { ok: true, actor: { kind: 'user', id, name, role }, cookies: set.getSetCookie() }
}

/** Signs in with a password, or says that a code is to follow. */
export const signIn = async (sent: Headers, typed: string, password: string): Promise<SignIn> => {
  const email = emailInput.safeParse(typed)
  if (!email.success || !password) return { ok: false, why: 'wrong' }
  const db = getDatabase()
  if (!(await addressMayTry(sent, 'sign-in')) || !(await accountMayTry(email.data, 'sign-in'))) {
    await noted(sent, null, 'many')
    return { ok: false, why: 'many' }
  }
  // No password is longer, and hashing one takes its time.
  const checked = await checkPassword(db, email.data, password.slice(0, PASSWORD_MAX + 1))
  if (checked.kind !== 'right') {
    await noted(sent, checked.id, checked.kind)
    return { ok: false, why: checked.kind }
  }
  if (await hasSecondStep(db, checked.id))
    return { ok: false, why: 'code', cookies: [waitCookie(await waitForSecondStep(db, checked.id))] }
  return begin(sent, { ...checked, email: email.data })
}

/** The second step: a code of the app, or one on paper, from the browser that the password was typed in. */
export const signInByCode = async (
  sent: Headers,
  code: string,
): Promise<SignIn | { ok: false; why: 'late' }> => {
  const db = getDatabase()
  const token = waitIn(sent.get('cookie'))
  const person = token ? await whoWaits(db, token) : null
  if (!token || !person) return { ok: false, why: 'late' }
  if (!(await addressMayTry(sent, 'code')) || !(await accountMayTry(person.email, 'code'))) {
    await noted(sent, person.id, 'many')
    return { ok: false, why: 'many' }
  }
  if (!(await useSecondStep(db, person.id, code, secretFor(db.url)))) {
    await noted(sent, person.id, 'code_wrong')
    return { ok: false, why: 'wrong' }
  }
  if (!(await endWait(db, token))) return { ok: false, why: 'late' }
  await forgetAttempts(db, `code:account:${digest(person.email)}`)
  const result = await begin(sent, { ...person, role: userRole.parse(person.role) })
  return result.ok ? { ...result, cookies: [...result.cookies, forgetWait()] } : result
}

/** Ends the session of a request. @returns the cookies that take it out of the browser */
export const signOut = async (sent: Headers): Promise<string[]> => {
  const { headers } = await getAuth().api.signOut({ headers: headersFor(sent), returnHeaders: true })
  return headers.getSetCookie()
}
