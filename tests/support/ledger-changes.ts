/** One of every change that editors make, each on some record of a ledger that a number picks. */

import { commentOnClaim } from '../../lib/commands/claims/comments'
import { liftOverride, overrideClaim } from '../../lib/commands/claims/overrides'
import { recordClaim } from '../../lib/commands/claims/record'
import { recordReview, recordScale } from '../../lib/commands/claims/reviews'
import { hideClaim, withdrawClaim } from '../../lib/commands/claims/workflow'
import { saveDraft } from '../../lib/commands/drafts'
import { mergeSpeakers, undoMerge } from '../../lib/commands/merge'
import { changeAddress } from '../../lib/commands/rename'
import { reportError } from '../../lib/commands/reports'
import { setSourceStatus } from '../../lib/commands/sources'
import type { Database } from '../../lib/db/client'
import type { Result } from '../../lib/domain/result'
import { STATUSES } from '../../lib/domain/sourcing/types'
import { must } from '../../seeds/must'
import { edit } from './claim-editors'
import { admin } from './small-ledger'

const pick = <T>(rows: readonly T[], n: number): T => rows[n % rows.length] as T

const claim = async (db: Database, n: number) =>
  pick(
    await db.reader.claim.findMany({
      orderBy: { id: 'asc' },
      select: { id: true, version: true },
    }),
    n,
  )
const people = (db: Database) =>
  db.reader.speaker.findMany({ where: { shelf: 'public', kind: 'person' }, orderBy: { id: 'asc' } })

/** What a change may run into: two that cannot be merged, a status that stands already. Anything else is a bug. */
const tried = async (result: Promise<Result<unknown>>): Promise<void> => {
  const { ok, ...rest } = await result
  const code = ok ? null : (rest as { refusal: { code: string } }).refusal.code
  if (code !== null && !['blocked', 'invalid', 'gone'].includes(code)) throw new Error(JSON.stringify(rest))
}

const why = { reason: 'A reason.' }

export const CHANGES = {
  edit: async (db: Database, n: number) => {
    const { id } = await claim(db, n)
    const [quote, saidOn] = [`“Said for the ${n}th time” — \u2028 עברית`, `20${10 + (n % 15)}-05`]
    await tried(edit(db, admin, id, { note: `Note ${n}`, quote, saidOn }))
  },
  hide: async (db: Database, n: number) => {
    await tried(hideClaim(db, admin, { ...(await claim(db, n)), reason: 'hidden from readers' }))
  },
  withdraw: async (db: Database, n: number) => {
    await tried(withdrawClaim(db, admin, { ...(await claim(db, n)), ...why }))
  },
  override: async (db: Database, n: number) => {
    await tried(overrideClaim(db, admin, { ...(await claim(db, n)), status: pick(STATUSES, n), ...why }))
  },
  lift: async (db: Database, n: number) => {
    const over = await db.reader.override.findMany({ where: { liftedAt: null }, include: { claim: true } })
    if (over.length === 0) return
    const { id, version } = pick(over, n).claim
    await tried(liftOverride(db, admin, { id, version, ...why }))
  },
  retract: async (db: Database, n: number) => {
    const { id, version } = pick(await db.reader.source.findMany({ orderBy: { id: 'asc' } }), n)
    const status = pick(['retracted', 'corrected', 'current', 'unavailable'] as const, n)
    await tried(setSourceStatus(db, admin, { id, version, status, ...why }))
  },
  merge: async (db: Database, n: number) => {
    const all = await people(db)
    const [from, into] = [pick(all, n), pick(all, n * 7 + 1)]
    if (from.id === into.id) return
    const versions = { fromVersion: from.version, intoVersion: into.version }
    await tried(mergeSpeakers(db, admin, { from: from.id, into: into.id, ...versions, ...why }))
  },
  unmerge: async (db: Database, n: number) => {
    const merges = await db.reader.speakerMerge.findMany({
      where: { undoneAt: null },
      orderBy: { at: 'desc' },
    })
    if (merges.length > 0) await tried(undoMerge(db, admin, { id: pick(merges, n).id, ...why }))
  },
  rename: async (db: Database, n: number) => {
    const { id, version } = pick(await people(db), n)
    await tried(changeAddress(db, admin, { kind: 'speaker', id, version, slug: `renamed-${n}` }))
  },
  review: async (db: Database, n: number) => {
    const publisher = { publisher: 'paper', name: `Scale ${n}`, best: 5, worst: -0.5 }
    const scale = must(
      await recordScale(db, admin, { ...publisher, labels: [{ value: 5, text: 'True' }] }),
      'scale',
    )
    const verdict = { reviewer: 'paper', ratingText: `Verdict ${n}`, ratingValue: 1.25, scale: scale.id }
    await tried(
      recordReview(db, admin, { claim: (await claim(db, n)).id, ...verdict, reviewedOn: '2025-03-01' }),
    )
  },
} satisfies Record<string, (db: Database, n: number) => Promise<void>>

export interface LedgerChange {
  what: keyof typeof CHANGES
  n: number
}

/** What only those who work on a ledger see: a draft, a hidden claim, a comment, a report, an unfinished form. */
export const addDeskWork = async (db: Database): Promise<void> => {
  const draft = { id: 'a-draft', statement: 'A secret draft.', shelf: 'desk', speaker: 'other' } as const
  must(await recordClaim(db, admin, draft), 'draft')
  must(
    await commentOnClaim(db, admin, { claim: 'a-draft', text: 'This is said among editors. @An editor' }),
    'comment',
  )
  const shown = { id: 'to-hide', statement: 'Something to be hidden.', note: 'It is hidden from readers.' }
  must(await recordClaim(db, admin, shown), 'hidden')
  must(await hideClaim(db, admin, { id: 'to-hide', version: 1, reason: 'hidden from readers' }), 'hide')
  const report = {
    kind: 'topic',
    slug: 'housing',
    text: 'This is what a reader reports.',
    contact: 'a@example.org',
  }
  must(await reportError(db, '127.0.0.1', report), 'report')
  await saveDraft(db, admin, {
    kind: 'claim',
    title: 'Unfinished',
    form: { statement: ['Not yet'] },
    refusal: null,
  })
}
