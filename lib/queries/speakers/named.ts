import type { Database } from '../../db/client'
import { type Candidate, type Resolved, resolveName } from '../resolve'

export type { Candidate }

/** The public speaker that a typed name or address means, or those that it may mean. Drafts are never among them. */
export const speakerNamed = (db: Database, text: string): Promise<Resolved> =>
  resolveName(db, ['speaker'], text, { shelf: 'public' })
