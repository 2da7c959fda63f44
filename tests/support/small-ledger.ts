/** A ledger of a few invented records, written through the commands, and a whole look at what a database holds. */
import { recordClaim } from '../../lib/commands/claims/record'
import { recordLink } from '../../lib/commands/links'
import { recordSource } from '../../lib/commands/sources'
import { recordSpeaker } from '../../lib/commands/speakers'
import { recordTopic } from '../../lib/commands/topics'
import type { Database } from '../../lib/db/client'
import { Prisma } from '../../lib/db/generated/sqlite/client'
import type { Actor } from '../../lib/domain/actor'
import type { UserRole } from '../../lib/domain/vocabulary'
import { must } from '../../seeds/must'

export const userOf = (role: UserRole): Actor => ({
  kind: 'user',
  id: `user-${role}`,
  name: `An ${role}`,
  role,
})
export const admin = userOf('admin')

/** The accounts that events refer to. */
export const addUsers = async (db: Database): Promise<void> => {
  const at = new Date('2026-01-01T00:00:00Z')
  for (const role of ['contributor', 'editor', 'reviewer', 'admin'])
    await db.writer.user.create({
      data: {
        id: `user-${role}`,
        name: `An ${role}`,
        email: `${role}@example.org`,
        role,
        createdAt: at,
        updatedAt: at,
      },
    })
}

/**
 * A paper, an office, a director, another person, an unnamed group; a register and two reports, one of which got it
 * from the director; a topic; and two claims: `claim-found` rests on the register, `claim-said` on the director's word.
 */
export const addSmallLedger = async (db: Database): Promise<void> => {
  await addUsers(db)
  const speakers = [
    { id: 'paper', kind: 'organization', name: 'The Alder Post', outlet: true },
    { id: 'office', kind: 'organization', name: 'Office of Housing' },
    {
      id: 'director',
      kind: 'person',
      name: 'Ada Brandt',
      roles: [{ org: 'office', kind: 'official', from: '2010' }],
    },
    { id: 'other', kind: 'person', name: 'Zebedee Quillfeather' },
    { id: 'unnamed', kind: 'anonymous', name: 'two officials', vouchedBy: 'paper' },
  ] as const
  for (const speaker of speakers) must(await recordSpeaker(db, admin, speaker as never), speaker.id)
  const sources = [
    {
      id: 'register',
      kind: 'official_record',
      title: 'Register of permits',
      issuer: 'office',
      authenticity: 'authenticated',
    },
    { id: 'report', kind: 'news_report', title: 'Report on permits', publisher: 'paper' },
    { id: 'memo', kind: 'web_page', title: 'A page of notes' },
  ] as const
  for (const source of sources) must(await recordSource(db, admin, source), source.id)
  must(await recordTopic(db, admin, { id: 'housing', name: 'Housing' }), 'housing')
  must(
    await recordLink(db, admin, { id: 'link', from: 'report', to: 'director', mode: 'attributes' }),
    'link',
  )
  const claims = [
    {
      id: 'claim-found',
      statement: 'The office granted forty permits.',
      speaker: 'director',
      saidOn: '2024-05-01',
      topics: ['housing'],
      appearances: [{ source: 'report' }],
      evidence: [{ id: 'item', relation: 'supports', target: 'register' }],
    },
    { id: 'claim-said', statement: 'The office lost two permits.', appearances: [{ source: 'report' }] },
  ] as const
  for (const claim of claims) must(await recordClaim(db, admin, claim as never), claim.id)
}

const asText = (_key: string, value: unknown) => (typeof value === 'bigint' ? `${value}` : value)

/** Every row of every table, as text: what a command that refused must leave as it was. */
export const everything = async (db: Database): Promise<Record<string, string[]>> => {
  const tables: Record<string, string[]> = {}
  for (const model of Object.values(Prisma.ModelName)) {
    const name = `${model[0]?.toLowerCase()}${model.slice(1)}` as 'claim'
    const rows = await db.reader[name].findMany()
    tables[model] = rows.map((row) => JSON.stringify(row, asText)).sort()
  }
  return tables
}
