/** Overrides beside what the rules say, and verdicts beside both. */
import { expect, it } from 'vitest'
import { checkDerivation } from '../../lib/commands/check'
import { confirmOverride, liftOverride, overrideClaim } from '../../lib/commands/claims/overrides'
import { recordClaim } from '../../lib/commands/claims/record'
import { editReview, recordReview, recordScale, withdrawReview } from '../../lib/commands/claims/reviews'
import { hideClaim, reopenClaim } from '../../lib/commands/claims/workflow'
import { setSourceStatus } from '../../lib/commands/sources'
import type { Database } from '../../lib/db/client'
import { type ClaimQuery, emptyQuery } from '../../lib/domain/query'
import { listClaims } from '../../lib/queries/claims/list'
import { getClaim } from '../../lib/queries/claims/page'
import { must } from '../../seeds/must'
import { edit, opened } from '../support/claim-editors'
import { describeDatabases } from '../support/databases'
import { addSmallLedger, admin, everything, userOf } from '../support/small-ledger'

const reader = { kind: 'public' } as const
const reviewer = userOf('reviewer')
const found = 'claim-found'
const slug = 'the-office-granted-forty-permits'

const rightIn = async (db: Database) => expect((await checkDerivation(db)).wrong).toEqual([])
const now = async (db: Database) => ({ id: found, version: (await opened(db, found)).version })
const listed = async (db: Database, query: Partial<ClaimQuery>) =>
  (await listClaims(db, reader, { ...emptyQuery(), ...query })).rows.map((row) => row.slug)
const shown = async (db: Database) => {
  const page = await getClaim(db, reader, slug)
  return page.kind === 'found' ? page.page : null
}
const retract = async (db: Database, status: 'retracted' | 'current') => {
  const { version } = await db.reader.source.findUniqueOrThrow({ where: { id: 'register' } })
  must(await setSourceStatus(db, admin, { id: 'register', version, status, reason: 'A reason.' }), status)
}

describeDatabases('an override', (open) => {
  it('is shown with its reason beside what the rules say, and counts in lists', async () => {
    const db = await open()
    await addSmallLedger(db)
    expect(
      await overrideClaim(db, reviewer, { ...(await now(db)), status: 'self_sourced', reason: 'x' }),
    ).toMatchObject({
      refusal: { code: 'invalid', field: 'status' },
    })
    expect(
      await overrideClaim(db, reviewer, { ...(await now(db)), status: 'documented', reason: ' ' }),
    ).toMatchObject({
      refusal: { code: 'invalid', field: 'reason' },
    })
    const reason = 'The register was checked by hand.'
    const set = must(
      await overrideClaim(db, reviewer, { ...(await now(db)), status: 'documented', reason }),
      'set',
    )
    expect(set).toMatchObject({ version: 2, status: 'self_sourced', shownStatus: 'documented' })
    await rightIn(db)
    expect(await shown(db)).toMatchObject({
      status: 'self_sourced',
      shownStatus: 'documented',
      override: { status: 'documented', reason, by: 'An reviewer' },
      history: [
        {
          kind: 'claim.overridden',
          reason,
          changes: [
            { field: 'override', before: null, after: 'documented' },
            { field: 'overrideReason', before: null, after: reason },
          ],
        },
        { kind: 'claim.recorded' },
      ],
    })
    expect(await listed(db, { status: ['documented'] })).toEqual([slug])
    expect(await listed(db, { status: ['self_sourced'] })).toEqual([])
    const { inputsHash } = await db.reader.claim.findUniqueOrThrow({ where: { id: found } })
    expect(await db.reader.override.findFirst()).toMatchObject({ inputsHash, liftedAt: null })

    expect(await liftOverride(db, reviewer, { id: found, version: 1, reason: 'x' })).toMatchObject({
      refusal: { code: 'conflict' },
    })
    must(
      await overrideClaim(db, reviewer, { ...(await now(db)), status: 'contested', reason: 'Again.' }),
      'another',
    )
    expect(await shown(db)).toMatchObject({ override: { status: 'contested' }, shownStatus: 'contested' })
    expect(await db.reader.override.count({ where: { liftedAt: null } })).toBe(1)
    await rightIn(db)
    const lifted = must(
      await liftOverride(db, reviewer, { ...(await now(db)), reason: 'Not needed.' }),
      'lift',
    )
    expect(lifted).toMatchObject({ shownStatus: 'self_sourced' })
    expect(await shown(db)).toMatchObject({ override: null, shownStatus: 'self_sourced' })
    expect(await liftOverride(db, reviewer, { ...(await now(db)), reason: 'x' })).toMatchObject({
      refusal: { code: 'blocked' },
    })
    expect(await db.reader.override.findMany({ orderBy: { id: 'asc' } })).toMatchObject([
      { liftedBy: 'An reviewer', liftedWhy: 'Again.' },
      { liftedBy: 'An reviewer', liftedWhy: 'Not needed.' },
    ])
    await rightIn(db)
  })

  it('becomes stale when what the claim rests on changes, and stays shown until somebody decides', async () => {
    const db = await open()
    await addSmallLedger(db)
    must(
      await overrideClaim(db, reviewer, { ...(await now(db)), status: 'documented', reason: 'By hand.' }),
      'set',
    )
    expect(await confirmOverride(db, reviewer, await now(db))).toMatchObject({ refusal: { code: 'blocked' } })
    // What the rules do not look at makes nothing stale.
    must(await edit(db, reviewer, found, { note: 'A note.', venue: 'Here' }), 'edit')
    expect((await shown(db))?.flags).not.toContain('override_stale')
    await retract(db, 'retracted')
    expect(await shown(db)).toMatchObject({
      shownStatus: 'documented',
      override: { reason: 'By hand.' },
      flags: expect.arrayContaining(['override_stale', 'retracted_support']),
    })
    expect(await listed(db, { flag: ['override_stale'] })).toEqual([slug])
    await rightIn(db)
    must(await confirmOverride(db, reviewer, await now(db)), 'confirm')
    expect((await shown(db))?.flags).not.toContain('override_stale')
    expect(await shown(db)).toMatchObject({ override: { status: 'documented', reason: 'By hand.' } })
    await rightIn(db)
    await retract(db, 'current')
    expect((await shown(db))?.flags).toContain('override_stale')
    must(await confirmOverride(db, reviewer, { ...(await now(db)), reason: 'Still so.' }), 'again')
    expect(await shown(db)).toMatchObject({ override: { reason: 'Still so.' } })
    await rightIn(db)
    // An edit of the evidence, too; and a claim that is away keeps it.
    must(await edit(db, reviewer, found, { evidence: [] }), 'edit')
    expect((await shown(db))?.flags).toContain('override_stale')
    must(await hideClaim(db, reviewer, { ...(await now(db)), reason: 'x' }), 'hide')
    expect(await liftOverride(db, reviewer, { ...(await now(db)), reason: 'x' })).toMatchObject({
      refusal: { code: 'gone' },
    })
    await rightIn(db)
    must(await reopenClaim(db, reviewer, { ...(await now(db)), reason: 'x', to: 'draft' }), 'back')
    must(await liftOverride(db, reviewer, { ...(await now(db)), reason: 'x' }), 'lift')
    await rightIn(db)
  })

  it('is set by one of two who decide at once', async () => {
    const db = await open()
    await addSmallLedger(db)
    const at = await now(db)
    const results = await Promise.all(
      (['documented', 'contested'] as const).map((status) =>
        overrideClaim(db, reviewer, { ...at, status, reason: status }),
      ),
    )
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(results.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'conflict' } })
    expect(await db.reader.override.count()).toBe(1)
    await rightIn(db)
  })
})

describeDatabases('a verdict', (open) => {
  it('is recorded under a name, changed with a reason, and taken back', async () => {
    const db = await open()
    await addSmallLedger(db)
    const before = await shown(db)
    const scale = must(
      await recordScale(db, admin, {
        id: 'stars',
        publisher: 'paper',
        name: 'Stars',
        best: 1,
        worst: 6,
        labels: [
          { value: 1, text: 'So' },
          { value: 6, text: 'Not so' },
        ],
      }),
      'scale',
    )
    expect(scale).toEqual({ id: 'stars' })
    const verdict = {
      claim: found,
      reviewer: 'paper',
      ratingText: 'Mostly so',
      ratingValue: 2,
      scale: 'stars',
      summary: 'Thirty-nine were granted.',
      url: 'https://example.org/verdict',
      reviewedOn: '2025-03-04',
    }
    const refused: [object, string, string][] = [
      [{ reviewer: 'unnamed' }, 'invalid', 'reviewer'],
      [{ reviewer: 'nobody' }, 'invalid', 'reviewer'],
      [{ scale: null }, 'invalid', 'scale'],
      [{ scale: 'nothing' }, 'invalid', 'scale'],
      [{ ratingValue: 7 }, 'invalid', 'ratingValue'],
      [{ ratingValue: Number.NaN }, 'invalid', 'ratingValue'],
      [{ reviewedOn: 'today' }, 'invalid', 'reviewedOn'],
      [{ url: 'javascript:alert(1)' }, 'invalid', 'url'],
      [{ ratingText: '' }, 'invalid', 'ratingText'],
    ]
    const untouched = await everything(db)
    for (const [change, code, field] of refused)
      expect(await recordReview(db, reviewer, { ...verdict, ...change }), field).toMatchObject({
        refusal: { code, field },
      })
    expect(await recordReview(db, reviewer, { ...verdict, claim: 'nothing' })).toMatchObject({
      refusal: { code: 'not_found' },
    })
    expect(await recordScale(db, admin, { publisher: 'paper', name: 'x', best: 1, worst: 1 })).toMatchObject({
      refusal: { field: 'worst' },
    })
    expect(await everything(db)).toEqual(untouched)

    const { id } = must(await recordReview(db, reviewer, verdict), 'record')
    expect(await recordReview(db, reviewer, { ...verdict, id })).toMatchObject({
      refusal: { code: 'duplicate' },
    })
    const stored = await db.reader.review.findUniqueOrThrow({ where: { id } })
    expect(stored).toMatchObject({
      state: 'published',
      ratingValue: 2,
      scaleId: 'stars',
      ownerId: 'user-reviewer',
      version: 1,
    })
    // It says nothing of what the claim rests on.
    const reviews = [expect.objectContaining({ id, ratingText: 'Mostly so' })]
    expect(await shown(db)).toEqual({ ...before, reviews })
    await rightIn(db)

    const { claim: _claim, ...fields } = verdict
    const change = { ...fields, id, version: 1, ratingText: 'Half so', ratingValue: null }
    expect(await editReview(db, reviewer, change)).toMatchObject({ refusal: { field: 'reason' } })
    must(await editReview(db, reviewer, { ...change, reason: 'Counted again.' }), 'edit')
    expect(await editReview(db, reviewer, { ...change, ratingText: 'Other', reason: 'x' })).toMatchObject({
      refusal: { code: 'conflict', details: { current: 2, theirs: { ratingText: 'Half so' } } },
    })
    expect(must(await editReview(db, reviewer, { ...change, version: 2, reason: 'Same.' }), 'same')).toEqual({
      id,
      version: 2,
    })
    must(await withdrawReview(db, reviewer, { id, version: 2, reason: 'Wrong claim.' }), 'withdraw')
    expect(await shown(db)).toEqual(before)
    expect(await withdrawReview(db, reviewer, { id, version: 3, reason: 'x' })).toMatchObject({
      refusal: { code: 'blocked' },
    })
    const events = await db.reader.event.findMany({
      where: { subjectKind: 'review' },
      orderBy: { version: 'asc' },
    })
    expect(events).toMatchObject([
      { kind: 'review.recorded', shelf: 'public', version: 1 },
      { kind: 'review.edited', shelf: 'public', version: 2, reason: 'Counted again.' },
      { kind: 'review.withdrawn', shelf: 'public', version: 3, reason: 'Wrong claim.' },
    ])
    expect(JSON.parse(events[1]?.changes ?? '')).toEqual([
      { field: 'ratingText', before: 'Mostly so', after: 'Half so' },
      { field: 'ratingValue', before: 2, after: null },
    ])
  })

  it('is not told readers while it is a draft, or while its claim is away', async () => {
    const db = await open()
    await addSmallLedger(db)
    const verdict = { reviewer: 'other', ratingText: 'So.', reviewedOn: '2025' }
    const told = async () =>
      (await db.reader.event.findMany({ where: { subjectKind: 'review', shelf: 'public' } })).map(
        ({ kind }) => kind,
      )
    const { id } = must(
      await recordReview(db, reviewer, { ...verdict, claim: found, state: 'draft' }),
      'draft',
    )
    must(
      await editReview(db, reviewer, { ...verdict, id, version: 1, ratingText: 'Not.', state: 'draft' }),
      'edit',
    )
    expect(await told()).toEqual([])
    expect(await shown(db)).toMatchObject({ reviews: [] })
    must(await editReview(db, reviewer, { ...verdict, id, version: 2 }), 'publish')
    expect(await told()).toEqual(['review.edited'])
    expect(
      await editReview(db, reviewer, { ...verdict, id, version: 3, state: 'draft', reason: 'x' }),
    ).toMatchObject({ refusal: { code: 'blocked' } })
    must(await hideClaim(db, reviewer, { ...(await now(db)), reason: 'x' }), 'hide')
    expect(await told()).toEqual([])
    expect(await recordReview(db, reviewer, { ...verdict, claim: found })).toMatchObject({
      refusal: { code: 'gone' },
    })
    must(await reopenClaim(db, admin, { ...(await now(db)), reason: 'x', to: 'published' }), 'back')
    expect(await told()).toEqual(['review.edited'])
    must(await recordClaim(db, reviewer, { id: 'desk', statement: 'A draft.', shelf: 'desk' }), 'draft claim')
    must(await recordReview(db, reviewer, { ...verdict, claim: 'desk' }), 'of a draft')
    expect(await told()).toEqual(['review.edited'])
    await rightIn(db)
  })
})
