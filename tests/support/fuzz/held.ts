/** What somebody must not be able to change, looked at before and after. */
import type { Database } from '../../../lib/db/client'
import type { Person } from './people'

/** Accounts, keys, rights and machinery: admins' alone. */
const machinery = ({ reader }: Database, who: string | null) => [
  reader.user.findMany({
    where: { id: { not: who ?? '' } },
    select: { id: true, role: true, disabledAt: true, email: true },
    orderBy: { id: 'asc' },
  }),
  reader.webhook.findMany({ orderBy: { id: 'asc' } }),
  reader.apiKey.findMany({ where: { ownerId: { not: who ?? '' } }, orderBy: { id: 'asc' } }),
  reader.account.findMany({
    where: { userId: { not: who ?? '' } },
    select: { id: true, password: true },
    orderBy: { id: 'asc' },
  }),
]

/** What readers see: a contributor only drafts, and a visitor only reports. */
const published = ({ reader }: Database) => [
  reader.claim.findMany({ where: { shelf: { not: 'desk' } }, orderBy: { id: 'asc' } }),
  reader.speaker.findMany({ orderBy: { id: 'asc' } }),
  reader.source.findMany({ orderBy: { id: 'asc' } }),
  reader.topic.findMany({ orderBy: { id: 'asc' } }),
  reader.link.findMany({ orderBy: { id: 'asc' } }),
  reader.evidence.findMany({ where: { claim: { shelf: { not: 'desk' } } }, orderBy: { id: 'asc' } }),
  reader.override.findMany({ orderBy: { id: 'asc' } }),
  reader.review.findMany({ orderBy: { id: 'asc' } }),
  reader.ratingScale.findMany({ orderBy: { id: 'asc' } }),
]

/** Nothing at all of the ledger, drafts included. */
const everything = ({ reader }: Database) => [
  reader.claim.count(),
  reader.event.count({ where: { subjectKind: { not: 'report' } } }),
  reader.comment.count(),
  reader.savedView.count(),
  reader.job.count(),
  reader.import.count(),
]

/** A look at all that this person may not change; the same text as long as none of it is. */
export const held = async (db: Database, { who, id }: Person): Promise<string> => {
  const looks = [
    ...(who === 'admin' ? [] : machinery(db, id)),
    ...(who === 'admin' || who === 'editor' ? [] : published(db)),
    ...(who === 'visitor' ? everything(db) : []),
  ]
  return JSON.stringify(await Promise.all(looks), (_, value) =>
    typeof value === 'bigint' ? `${value}` : value,
  )
}
