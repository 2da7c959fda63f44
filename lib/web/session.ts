/** Who asks: by the session that the request carries. */
import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import type { Viewer } from '../domain/actor'
import { userRole } from '../domain/vocabulary'
import { getAuth } from './auth'

export type UserViewer = Extract<Viewer, { kind: 'user' }>

export interface SignedIn {
  viewer: UserViewer
  email: string
  sessionId: string
}

/** Our own columns of an account, as better-auth hands them on. */
const account = z.object({ role: userRole, disabledAt: z.null() })

/** Who is signed in by these headers. A disabled account is nobody, also where its session still stands. */
export const signedIn = async (sent: Headers): Promise<SignedIn | null> => {
  const cookie = sent.get('cookie')
  if (!cookie?.includes('on-record.session_token=')) return null
  const found = await getAuth().api.getSession({ headers: new Headers({ cookie }) })
  const active = account.safeParse(found?.user)
  if (!found || !active.success) return null
  const { id, name, email } = found.user
  return { viewer: { kind: 'user', id, name, role: active.data.role }, email, sessionId: found.session.id }
}

/** Who is signed in, asked once a request. */
export const getSignedIn = cache(async (): Promise<SignedIn | null> => signedIn(await headers()))

/** Who asks: somebody who signed in, or a reader. */
export const getViewer = async (): Promise<Viewer> => (await getSignedIn())?.viewer ?? { kind: 'public' }

/**
 * Who is signed in; everybody else is sent to sign in first.
 * @param next the path to come back to
 */
export const requireUser = async (next: string): Promise<UserViewer> => {
  const found = await getSignedIn()
  return found ? found.viewer : redirect(`/sign-in?next=${encodeURIComponent(next)}` as never)
}
