/** How the second step of an account stands, and who tried to sign in. */
import type { Database } from '../db/client'
import { can, type Viewer } from '../domain/actor'

export type SecondStepView =
  | { state: 'off' }
  /** The secret is still sealed; only its owner's page opens it. */
  | { state: 'waiting'; sealed: string }
  | { state: 'on'; since: string; codesLeft: number }

/** One's own, as the account page shows it. */
export const getSecondStep = async (
  db: Database,
  viewer: Viewer,
  userId: string,
): Promise<SecondStepView> => {
  if (!can(viewer, 'edit', { kind: 'user', ownerId: userId })) return { state: 'off' }
  const found = await db.reader.secondStep.findUnique({ where: { userId } })
  if (!found) return { state: 'off' }
  if (!found.confirmedAt) return { state: 'waiting', sealed: found.secret }
  const codesLeft = await db.reader.recoveryCode.count({ where: { userId, usedAt: null } })
  return { state: 'on', since: found.confirmedAt.toISOString(), codesLeft }
}

export interface SignInRow {
  id: string
  at: string
  outcome: string
  place: string | null
  userAgent: string | null
}

/** So many are shown; what is older is seldom looked for, and goes after ninety days. */
const SHOWN = 100

export interface PersonPage {
  id: string
  name: string
  email: string
  role: string
  secondStep: boolean
  signIns: SignInRow[]
  events: { id: string; at: string; kind: string; by: string; role: string | null }[]
}

/** The role that an event gave, where it gave one. */
const roleIn = (record: string): string | null => {
  const { role } = JSON.parse(record) as { role?: unknown }
  return typeof role === 'string' ? role : null
}

/** Somebody's sign-ins and what happened to their account, for admins; null for everybody else, and for nobody. */
export const getPerson = async (db: Database, viewer: Viewer, userId: string): Promise<PersonPage | null> => {
  if (!can(viewer, 'administer', { kind: 'user' })) return null
  const user = await db.reader.user.findUnique({
    where: { id: userId },
    include: { secondStep: { select: { confirmedAt: true } } },
  })
  if (!user) return null
  const [signIns, events] = await Promise.all([
    db.reader.signIn.findMany({ where: { userId }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: SHOWN }),
    db.reader.event.findMany({
      where: { subjectKind: 'user', subjectId: userId },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: SHOWN,
    }),
  ])
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    role: user.role,
    secondStep: Boolean(user.secondStep?.confirmedAt),
    signIns: signIns.map(({ id, at, outcome, place, userAgent }) => ({
      id,
      at: at.toISOString(),
      outcome,
      place,
      userAgent,
    })),
    events: events.map(({ id, at, kind, actorName, record }) => ({
      id,
      at: at.toISOString(),
      kind,
      by: actorName,
      role: kind === 'user.role_changed' ? roleIn(record) : null,
    })),
  }
}
