/** Who asks: each role with an account that keeps its session and its rights, whatever the requests do to them. */
import { type Database } from '../../../lib/db/client'
import { addAccount, cookiesOf, PASSWORD, post } from '../accounts'

export const WHO = ['visitor', 'contributor', 'editor', 'admin'] as const
export type Who = (typeof WHO)[number]

export interface Person {
  who: Who
  id: string | null
  headers: Record<string, string>
  /** Puts the account and its session back as they were. */
  again: () => Promise<void>
}

const nobody: Person = { who: 'visitor', id: null, headers: {}, again: async () => {} }

/** Signs somebody in by the form. */
export const personOf = async (db: Database, site: string, who: Who): Promise<Person> => {
  if (who === 'visitor') return nobody
  const { id, email } = await addAccount(db, who)
  const cookie = cookiesOf(await post(site, '/sign-in/submit', { email, password: PASSWORD }))
  const session = await db.writer.session.findFirstOrThrow({ where: { userId: id } })
  const again = async () => {
    await db.writer.user.update({ where: { id }, data: { role: who, disabledAt: null } })
    await db.writer.session.upsert({ where: { id: session.id }, create: session, update: {} })
  }
  return { who, id, headers: { cookie }, again }
}
