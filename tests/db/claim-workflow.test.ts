/** The way of a claim from a draft to readers and back, who may go it, and what readers see on the way. */
import { expect, it } from 'vitest'
import { checkDerivation } from '../../lib/commands/check'
import { commentOnClaim, resolveComment } from '../../lib/commands/claims/comments'
import { editClaim, restoreVersion } from '../../lib/commands/claims/edit'
import { confirmOverride, liftOverride, overrideClaim } from '../../lib/commands/claims/overrides'
import { recordClaim } from '../../lib/commands/claims/record'
import { editReview, recordReview, recordScale, withdrawReview } from '../../lib/commands/claims/reviews'
import {
  hideClaim,
  publishClaim,
  reopenClaim,
  returnClaim,
  submitClaim,
  withdrawClaim,
} from '../../lib/commands/claims/workflow'
import { recordLink } from '../../lib/commands/links'
import { recordSource } from '../../lib/commands/sources'
import { recordSpeaker } from '../../lib/commands/speakers'
import { recordTopic } from '../../lib/commands/topics'
import type { Database } from '../../lib/db/client'
import type { Actor, Viewer } from '../../lib/domain/actor'
import { emptyQuery } from '../../lib/domain/query'
import type { Result } from '../../lib/domain/result'
import { CLAIM_STATES, type ClaimState } from '../../lib/domain/vocabulary'
import { listClaims } from '../../lib/queries/claims/list'
import { getClaim } from '../../lib/queries/claims/page'
import { getClaimVersion } from '../../lib/queries/claims/version'
import { getOverview } from '../../lib/queries/overview'
import { listSources } from '../../lib/queries/sources/list'
import { listSpeakers } from '../../lib/queries/speakers/list'
import { standingOf } from '../../lib/queries/standing'
import { listTopics } from '../../lib/queries/topics'
import { must } from '../../seeds/must'
import { edit, opened } from '../support/claim-editors'
import { describeDatabases } from '../support/databases'
import { addSmallLedger, admin, everything, userOf } from '../support/small-ledger'

const reader = { kind: 'public' } as const
const contributor = userOf('contributor')
const editor = userOf('editor')
const reviewer = userOf('reviewer')
const stranger: Actor = { kind: 'user', id: 'user-stranger', name: 'A stranger', role: 'contributor' }
const system: Actor = { kind: 'system', name: 'a loader' }

const rightIn = async (db: Database) => expect((await checkDerivation(db)).wrong).toEqual([])
const at = async (db: Database, id: string) => ({ id, version: (await opened(db, id)).version })

/** A draft of a contributor's, with a speaker, an employer, a source, its publisher and a topic recorded for it. */
const addDraft = async (db: Database, id = 'draft', actor: Actor = contributor) => {
  const shelf = 'desk' as const
  for (const speaker of [
    { id: 'wire', kind: 'organization', name: 'Xyzzy Wire', outlet: true },
    { id: 'firm', kind: 'organization', name: 'Xyzzy Firm' },
    { id: 'clerk', kind: 'person', name: 'Xyzzy Clerk', roles: [{ org: 'firm', title: 'clerk' }] },
  ] as const)
    must(await recordSpeaker(db, actor, { ...speaker, shelf } as never), speaker.id)
  const source = { id: 'dispatch', kind: 'news_report', title: 'Xyzzy dispatch', publisher: 'wire' } as const
  must(await recordSource(db, actor, { ...source, shelf }), 'source')
  must(await recordTopic(db, actor, { id: 'xyzzy', name: 'Xyzzy', shelf }), 'topic')
  must(
    await recordClaim(db, actor, {
      id,
      statement: 'The firm paid xyzzy fees.',
      speaker: 'clerk',
      basis: 'first_hand',
      topics: ['xyzzy', 'housing'],
      appearances: [{ source: 'dispatch' }],
      evidence: [{ relation: 'supports', target: 'register' }],
      shelf,
    }),
    id,
  )
}

/** Everything that readers can come upon, as text. */
const seenBy = async (db: Database, viewer: Viewer): Promise<string> =>
  JSON.stringify([
    await getOverview(db, viewer),
    await listClaims(db, viewer, { ...emptyQuery(), per: 100 }),
    await listSpeakers(db, viewer, { sort: 'name' }),
    await listSources(db, viewer, { sort: 'title' }),
    await listTopics(db, viewer),
    await db.reader.claimCount.findMany({ where: { n: { gt: 0 } }, orderBy: { value: 'asc' } }),
  ])

describeDatabases('a claim', (open) => {
  it('goes from its writer over the reviewer to readers, with what it names', async () => {
    const db = await open()
    await addSmallLedger(db)
    const before = await seenBy(db, reader)
    await addDraft(db)
    const slug = 'the-firm-paid-xyzzy-fees'
    // Where its source got it is recorded on the desk too.
    const porter = { id: 'porter', kind: 'person', name: 'Xyzzy Porter', shelf: 'desk' } as const
    must(await recordSpeaker(db, admin, porter), 'porter')
    const link = { from: 'dispatch', to: 'porter', mode: 'attributes', shelf: 'desk' } as const
    must(await recordLink(db, admin, link), 'link')
    expect(await seenBy(db, reader)).toBe(before)

    const submitted = must(await submitClaim(db, contributor, await at(db, 'draft')), 'submit')
    expect(submitted).toEqual({ id: 'draft', slug, version: 2, state: 'submitted' })
    expect(await submitClaim(db, contributor, { id: 'draft', version: 1 })).toMatchObject({
      refusal: {
        code: 'conflict',
        details: { current: 2, state: 'submitted', changedBy: 'An contributor' },
      },
    })
    expect(await submitClaim(db, contributor, await at(db, 'draft'))).toMatchObject({
      refusal: { code: 'blocked', details: { state: 'submitted' } },
    })
    const comment = 'Who counted? @An editor'
    const returned = must(await returnClaim(db, reviewer, { ...(await at(db, 'draft')), comment }), 'return')
    expect(returned.state).toBe('draft')
    expect(await db.reader.comment.findMany({ include: { mentions: true } })).toMatchObject([
      { claimId: 'draft', authorId: 'user-reviewer', text: comment },
    ])
    const mentioned = await db.reader.mention.findMany()
    expect(mentioned.map(({ userId }) => userId).sort()).toEqual(['user-contributor', 'user-editor'])

    must(await edit(db, contributor, 'draft', { note: 'The register counted.' }, { reason: null }), 'mend')
    must(await submitClaim(db, contributor, await at(db, 'draft')), 'submit again')
    expect(await publishClaim(db, contributor, await at(db, 'draft'))).toMatchObject({
      refusal: { code: 'forbidden' },
    })
    expect(await seenBy(db, reader)).toBe(before)
    expect(await getClaim(db, reader, slug)).toEqual({ kind: 'missing' })
    expect(await getClaim(db, stranger, slug)).toEqual({ kind: 'missing' })
    expect(await getClaim(db, contributor, slug)).toMatchObject({
      kind: 'found',
      page: { state: 'submitted' },
    })
    await rightIn(db)

    const published = must(await publishClaim(db, reviewer, await at(db, 'draft')), 'publish')
    expect(published).toMatchObject({ state: 'published', version: 6 })
    await rightIn(db)
    const page = await getClaim(db, reader, slug)
    expect(page).toMatchObject({ kind: 'found', page: { shelf: 'public', speaker: { name: 'Xyzzy Clerk' } } })
    // What happened on the desk stays there: readers' history begins when it was published.
    expect(page.kind === 'found' && page.page.history.map(({ kind }) => kind)).toEqual(['claim.published'])
    expect(JSON.stringify(page)).not.toContain('Who counted?')
    expect(await getClaimVersion(db, reader, slug, 4)).toEqual({ kind: 'missing' })
    expect(await getClaimVersion(db, editor, slug, 1)).toMatchObject({ page: { version: 1, note: null } })
    expect(await getClaimVersion(db, reader, slug, 6)).toMatchObject({
      page: { note: 'The register counted.' },
    })
    const seen = await seenBy(db, reader)
    for (const name of [
      'Xyzzy Clerk',
      'Xyzzy Firm',
      'Xyzzy Wire',
      'Xyzzy dispatch',
      'The firm paid xyzzy fees.',
    ])
      expect(seen, name).toContain(name)
    for (const id of ['clerk', 'firm', 'wire', 'porter'])
      expect(await db.reader.speaker.findUnique({ where: { id } })).toMatchObject({ shelf: 'public' })
    const nodes = { in: ['speaker', 'source', 'topic'] }
    expect(await db.reader.event.count({ where: { shelf: 'desk', subjectKind: nodes } })).toBe(0)
    // So is what an edit of a public claim names for the first time.
    must(await recordSpeaker(db, admin, { ...porter, id: 'guard', name: 'Xyzzy Guard' }), 'guard')
    must(await edit(db, editor, 'draft', { speaker: 'guard' }), 'edit')
    expect(await db.reader.speaker.findUnique({ where: { id: 'guard' } })).toMatchObject({ shelf: 'public' })
    await rightIn(db)
  })

  it('leaves readers at once when it is hidden or withdrawn, and comes back', async () => {
    const db = await open()
    await addSmallLedger(db)
    await addDraft(db)
    const before = await seenBy(db, reader)
    must(await publishClaim(db, reviewer, await at(db, 'draft')), 'publish')
    const public1 = await seenBy(db, reader)
    expect(public1).not.toBe(before)
    const slug = 'the-firm-paid-xyzzy-fees'
    const reason = 'Its speaker asked us to look again.'
    for (const take of [hideClaim, withdrawClaim]) {
      must(await take(db, editor, { ...(await at(db, 'draft')), reason }), 'taken')
      expect(await getClaim(db, reader, slug)).toEqual({ kind: 'gone', reason })
      expect(await standingOf(db, reader, 'claim', slug)).toEqual({ kind: 'gone', reason })
      expect(await getClaimVersion(db, reader, slug, 2)).toEqual({ kind: 'gone', reason })
      const gone = await seenBy(db, reader)
      expect(gone).not.toContain('xyzzy fees')
      expect(JSON.parse(gone)[1].total).toEqual(JSON.parse(before)[1].total)
      expect(await db.reader.event.count({ where: { shelf: 'public', subjectId: 'draft' } })).toBe(0)
      expect(await edit(db, editor, 'draft', { note: 'x' })).toMatchObject({ refusal: { code: 'gone' } })
      await rightIn(db)
      const back = { ...(await at(db, 'draft')), reason: 'It was right.', to: 'published' as const }
      expect(await reopenClaim(db, editor, back)).toMatchObject({ refusal: { code: 'forbidden' } })
      must(await reopenClaim(db, reviewer, back), 'back')
      const [, claims] = JSON.parse(await seenBy(db, reader))
      expect(claims).toEqual(JSON.parse(public1)[1])
      await rightIn(db)
    }
    // By way of the desk.
    must(await hideClaim(db, editor, { ...(await at(db, 'draft')), reason }), 'hidden')
    must(await withdrawClaim(db, editor, { ...(await at(db, 'draft')), reason }), 'then withdrawn')
    must(await reopenClaim(db, editor, { ...(await at(db, 'draft')), reason, to: 'draft' }), 'to the desk')
    expect(await getClaim(db, reader, slug)).toEqual({ kind: 'missing' })
    expect(await seenBy(db, reader)).not.toContain('xyzzy fees')
    await rightIn(db)
    must(await publishClaim(db, reviewer, await at(db, 'draft')), 'again')
    const page = await getClaim(db, reader, slug)
    expect(page.kind === 'found' && page.page.history.map(({ kind }) => kind)).toEqual([
      'claim.published',
      'claim.withdrawn',
      'claim.hidden',
      'claim.reopened',
      'claim.withdrawn',
      'claim.reopened',
      'claim.hidden',
      'claim.published',
    ])
    await rightIn(db)
  })

  it('that readers never saw is withdrawn without a word to them', async () => {
    const db = await open()
    await addSmallLedger(db)
    await addDraft(db)
    must(
      await withdrawClaim(db, contributor, { ...(await at(db, 'draft')), reason: 'A mistake.' }),
      'withdrawn',
    )
    const slug = 'the-firm-paid-xyzzy-fees'
    expect(await getClaim(db, reader, slug)).toEqual({ kind: 'missing' })
    expect(await standingOf(db, reader, 'claim', slug)).toEqual({ kind: 'missing' })
    expect(await getClaimVersion(db, reader, slug, 1)).toEqual({ kind: 'missing' })
    await rightIn(db)
  })

  it('is not put before readers by who recorded or submitted it, admins apart', async () => {
    const db = await open()
    await addSmallLedger(db)
    await addDraft(db, 'draft', reviewer)
    const refused = { ok: false, refusal: { code: 'forbidden' } }
    expect(await publishClaim(db, reviewer, await at(db, 'draft'))).toMatchObject(refused)
    const second: Actor = { kind: 'user', id: 'user-second', name: 'Second', role: 'reviewer' }
    must(
      await recordClaim(db, contributor, { id: 'other-draft', statement: 'Another.', shelf: 'desk' }),
      'other',
    )
    must(await submitClaim(db, reviewer, await at(db, 'other-draft')), 'submitted for another')
    expect(await publishClaim(db, reviewer, await at(db, 'other-draft'))).toMatchObject(refused)
    const row = { email: 'second@example.org', createdAt: new Date(), updatedAt: new Date() }
    await db.writer.user.create({ data: { ...row, id: second.id, name: second.name, role: second.role } })
    must(await publishClaim(db, second, await at(db, 'other-draft')), 'by another')
    must(await publishClaim(db, admin, await at(db, 'draft')), 'by an admin')
    await rightIn(db)
  })

  it('of the teaching ledger stays where it is', async () => {
    const db = await open()
    await addSmallLedger(db)
    must(await recordClaim(db, admin, { id: 'lesson', statement: 'A lesson.', shelf: 'teaching' }), 'lesson')
    const before = await everything(db)
    const now = { ...(await at(db, 'lesson')), reason: 'A reason.' }
    for (const run of [hideClaim, withdrawClaim])
      expect(await run(db, admin, now)).toMatchObject({ refusal: { code: 'blocked' } })
    expect(await everything(db)).toEqual(before)
  })

  it('is taken by one of two who move it at once', async () => {
    const db = await open()
    await addSmallLedger(db)
    for (let i = 0; i < 3; i++) {
      const now = { ...(await at(db, 'claim-found')), reason: 'A reason.' }
      const results = await Promise.all([hideClaim(db, editor, now), withdrawClaim(db, admin, now)])
      expect(results.filter(({ ok }) => ok)).toHaveLength(1)
      expect(results.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'conflict' } })
      must(
        await reopenClaim(db, admin, { ...(await at(db, 'claim-found')), reason: 'Back.', to: 'published' }),
        'back',
      )
      await rightIn(db)
    }
  })
})

const STATES = CLAIM_STATES
const ALL: readonly ClaimState[] = STATES
const DRAFTS: readonly ClaimState[] = ['draft', 'submitted']
const NONE: readonly ClaimState[] = []

type Run = (db: Database, actor: Actor, claim: { id: string; version: number }) => Promise<Result<unknown>>

/** Each command, and in which states of a contributor’s claim each may give it: the contributor, and each role above. */
const COMMANDS: Record<string, [Run, ...states: (readonly ClaimState[])[]]> = {
  editClaim: [
    (db, actor, claim) => editClaim(db, actor, { ...claim, statement: 'x', reason: 'x' }),
    DRAFTS,
    ALL,
    ALL,
  ],
  restoreVersion: [
    (db, actor, claim) => restoreVersion(db, actor, { ...claim, to: 1, reason: 'x' }),
    DRAFTS,
    ALL,
    ALL,
  ],
  submitClaim: [submitClaim, DRAFTS, ALL, ALL],
  returnClaim: [(db, actor, claim) => returnClaim(db, actor, { ...claim, comment: 'x' }), DRAFTS, NONE, ALL],
  publishClaim: [publishClaim, NONE, NONE, ALL],
  hideClaim: [(db, actor, claim) => hideClaim(db, actor, { ...claim, reason: 'x' }), DRAFTS, ALL, ALL],
  withdrawClaim: [
    (db, actor, claim) => withdrawClaim(db, actor, { ...claim, reason: 'x' }),
    DRAFTS,
    ALL,
    ALL,
  ],
  'reopenClaim to readers': [
    (db, actor, claim) => reopenClaim(db, actor, { ...claim, reason: 'x', to: 'published' }),
    NONE,
    NONE,
    ALL,
  ],
  'reopenClaim to the desk': [
    (db, actor, claim) => reopenClaim(db, actor, { ...claim, reason: 'x', to: 'draft' }),
    DRAFTS,
    ALL,
    ALL,
  ],
  overrideClaim: [
    (db, actor, claim) => overrideClaim(db, actor, { ...claim, status: 'documented', reason: 'x' }),
    NONE,
    NONE,
    ALL,
  ],
  confirmOverride: [confirmOverride, NONE, NONE, ALL],
  liftOverride: [(db, actor, claim) => liftOverride(db, actor, { ...claim, reason: 'x' }), NONE, NONE, ALL],
  recordReview: [
    (db, actor, { id }) =>
      recordReview(db, actor, {
        claim: id,
        reviewer: 'paper',
        ratingText: 'x',
        reviewedOn: '2025',
        scale: 'none',
      }),
    NONE,
    NONE,
    ALL,
  ],
  commentOnClaim: [
    // Where it is allowed, a mere blank is refused for itself.
    (db, actor, { id, version }) =>
      commentOnClaim(db, actor, { claim: id, text: version === STALE ? ' ' : 'x' }),
    ALL,
    ALL,
    ALL,
  ],
}

/** A version that no claim has: what is allowed is then refused for that, and changes nothing either. */
const STALE = 999

describeDatabases('no command', (open) => {
  it('is followed from somebody who may not give it, in any state of the claim', async () => {
    const db = await open()
    await addSmallLedger(db)
    for (const state of STATES) {
      const id = `of-${state}`
      must(await recordClaim(db, contributor, { id, statement: id, shelf: 'desk' }), id)
      const reason = 'A reason.'
      if (state === 'submitted') must(await submitClaim(db, contributor, await at(db, id)), id)
      if (state === 'published' || state === 'hidden')
        must(await publishClaim(db, admin, await at(db, id)), id)
      if (state === 'hidden') must(await hideClaim(db, admin, { ...(await at(db, id)), reason }), id)
      if (state === 'withdrawn') must(await withdrawClaim(db, admin, { ...(await at(db, id)), reason }), id)
    }
    const review = { claim: 'claim-said', reviewer: 'paper', ratingText: 'So.', reviewedOn: '2025' }
    must(await recordReview(db, admin, { ...review, id: 'review' }), 'review')
    const comment = must(await commentOnClaim(db, admin, { claim: 'claim-said', text: 'Look.' }), 'comment')
    const before = await everything(db)
    const forbidden = { ok: false, refusal: { code: 'forbidden' } }
    for (const [name, [run, own, byEditor, byReviewer]] of Object.entries(COMMANDS)) {
      const who: [Actor, readonly ClaimState[]][] = [
        [reader, NONE],
        [stranger, NONE],
        [contributor, own ?? NONE],
        [editor, byEditor ?? NONE],
        [reviewer, byReviewer ?? NONE],
        [admin, ALL],
        [system, name === 'commentOnClaim' ? NONE : ALL],
      ]
      for (const [actor, states] of who)
        for (const state of STATES) {
          const id = `of-${state}`
          const told = `${name} by ${JSON.stringify(actor)} of ${state}`
          const result = await run(
            db,
            actor,
            states.includes(state) ? { id, version: STALE } : await at(db, id),
          )
          if (!states.includes(state)) expect(result, told).toMatchObject(forbidden)
          else {
            expect(result, told).toMatchObject({ ok: false })
            expect(result, told).not.toMatchObject(forbidden)
          }
        }
      expect(await everything(db), name).toEqual(before)
    }
    const verdict = { reviewer: 'paper', ratingText: 'Not so.', reviewedOn: '2025', reason: 'x' }
    const others: Record<string, [Actor[], (actor: Actor) => Promise<Result<unknown>>]> = {
      editReview: [
        [reader, contributor, editor],
        (actor) => editReview(db, actor, { ...verdict, id: 'review', version: 1 }),
      ],
      withdrawReview: [
        [reader, contributor, editor],
        (actor) => withdrawReview(db, actor, { id: 'review', version: 1, reason: 'x' }),
      ],
      recordScale: [
        [reader, contributor, editor, reviewer],
        (actor) => recordScale(db, actor, { publisher: 'paper', name: 'x', best: 5, worst: 1 }),
      ],
      resolveComment: [
        [reader, contributor, stranger, system],
        (actor) => resolveComment(db, actor, { id: comment.id }),
      ],
    }
    for (const [name, [actors, run]] of Object.entries(others))
      for (const actor of actors) expect(await run(actor), `${name} ${actor.kind}`).toMatchObject(forbidden)
    expect(await everything(db)).toEqual(before)
  })
})
