import { describe, expect, it } from 'vitest'
import { checkDerivation } from '../../lib/commands/check'
import { changeClaim, recordDraftClaim } from '../../lib/commands/claim-form'
import { recordSpeaker } from '../../lib/commands/speakers'
import type { Database } from '../../lib/db/client'
import type { Actor } from '../../lib/domain/actor'
import {
  type ClaimForm,
  claimFormOf,
  claimFormValues,
  emptyClaimForm,
  emptyEvidence,
  emptyHop,
  refOf,
} from '../../lib/domain/claim-form/form'
import { graphOf, idsIn, NOTHING_KNOWN } from '../../lib/domain/claim-form/graph'
import { formFrom, recordOf, refsOf } from '../../lib/domain/claim-form/record'
import { canonicalClaim, type EditableClaim, editableClaim } from '../../lib/domain/claim-record'
import { deriveSourcing } from '../../lib/domain/sourcing'
import { getAround } from '../../lib/queries/claims/around'
import { getEditable, nameIn } from '../../lib/queries/claims/editable'
import { resolveForm } from '../../lib/queries/claims/form-refs'
import { loadArticle } from '../../seeds/article/load'
import { must } from '../../seeds/must'
import { describeDatabases } from '../support/databases'

const seed: Actor = { kind: 'system', name: 'seed' }
const user = (role: 'editor' | 'contributor') => ({ kind: 'user', id: role, name: role, role }) as const

const account = async (db: Database, role: 'editor' | 'contributor') => {
  const at = { createdAt: new Date(), updatedAt: new Date() }
  await db.writer.user.create({ data: { id: role, name: role, email: `${role}@example.org`, role, ...at } })
  return user(role)
}

/** What a posted form becomes: names looked up, then the record. */
const posted = async (db: Database, form: ClaimForm) => {
  const resolved = await resolveForm(db, claimFormOf(claimFormValues(form)))
  const { input } = recordOf(resolved.form, (path) => resolved.ids.get(path) ?? null)
  return { ...resolved, claim: input }
}

const report = (): ClaimForm => ({
  ...emptyClaimForm(),
  statement: 'The tunnel was flooded twice in one week.',
  speaker: { ...refOf('Mara Quist'), make: 'person', role: 'spokeswoman', org: 'Harbour Tunnel Authority' },
  capacity: 'official',
  saidOn: 'March 2025',
  topics: [{ ...refOf('Tunnels'), make: 'topic' }],
  appearances: [
    {
      source: {
        ...refOf('Flooded again'),
        make: 'news_report',
        publisher: 'Harbour Post',
        date: '2025-03-04',
      },
      locator: '',
      wording: '',
      selector: '',
    },
  ],
  hops: [{ ...emptyHop(refOf('Flooded again')), to: refOf('Mara Quist'), mode: 'quotes' }],
  evidence: [
    {
      ...emptyEvidence(),
      target: {
        ...refOf('two engineers'),
        make: 'anonymous',
        vouchedBy: 'Harbour Post',
        headCount: 'two engineers',
      },
      basis: 'first_hand',
      access: 'on_background',
    },
  ],
})

describeDatabases('the claim’s form', (open) => {
  it('gives back every claim of the article as it is recorded, with the status that it has', async () => {
    const db = await open()
    await loadArticle(db, seed)
    const editor = user('editor')
    const claims = await db.reader.claim.findMany({ where: { shelf: 'public' } })
    expect(claims).toHaveLength(42)
    for (const { slug, status, originsFor, originsAgainst, flags, sentence } of claims) {
      const editable = await getEditable(db, editor, slug)
      if (!editable) throw new Error(`no form for ${slug}`)
      const form = formFrom(editable.record, nameIn(editable.names))
      const { claim, problems, fresh } = await posted(db, form)
      expect({ slug, problems, fresh }).toEqual({ slug, problems: [], fresh: [] })
      expect(canonicalClaim(editableClaim.parse(claim) as EditableClaim)).toEqual(
        canonicalClaim(editable.record),
      )
      const around = await getAround(db, editor, idsIn(refsOf(form)))
      const derived = deriveSourcing(graphOf(form, around ?? NOTHING_KNOWN))
      expect({
        slug,
        status: derived.status,
        supports: derived.origins?.supports ?? null,
        contradicts: derived.origins?.contradicts ?? null,
        flags: derived.flags,
        sentence: derived.explanation,
      }).toEqual({
        slug,
        status,
        supports: originsFor,
        contradicts: originsAgainst,
        flags: JSON.parse(flags),
        sentence,
      })
    }
  })

  it('records on the desk, in one step, what it names for the first time', async () => {
    const db = await open()
    const contributor = await account(db, 'contributor')
    const form = report()
    const { claim, fresh, problems } = await posted(db, form)
    expect(problems).toEqual([])
    const before = deriveSourcing(graphOf(form, NOTHING_KNOWN))
    const made = must(await recordDraftClaim(db, contributor, { fresh, claim }), 'the draft')
    expect(made.status).toBe(before.status)
    const speakers = await db.reader.speaker.findMany({ include: { roles: true } })
    expect(
      speakers
        .map(({ name, kind, shelf }) => ({ name, kind, shelf }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    ).toEqual([
      { name: 'Harbour Post', kind: 'organization', shelf: 'desk' },
      { name: 'Harbour Tunnel Authority', kind: 'organization', shelf: 'desk' },
      { name: 'Mara Quist', kind: 'person', shelf: 'desk' },
      { name: 'two engineers', kind: 'anonymous', shelf: 'desk' },
    ])
    expect(speakers.find(({ name }) => name === 'Mara Quist')?.roles[0]?.kind).toBe('spokesperson')
    expect((await checkDerivation(db)).wrong).toEqual([])
  })

  it('takes a news organization to have no stake in what it says, until somebody records one', async () => {
    const db = await open()
    const editor = await account(db, 'editor')
    must(
      await recordSpeaker(db, seed, {
        id: 'paper',
        kind: 'organization',
        name: 'Harbour Post',
        outlet: true,
      }),
      'paper',
    )
    const form = { ...emptyClaimForm(), statement: 'The harbour froze.', speaker: refOf('harbour post') }
    const made = must(
      await recordDraftClaim(db, editor, await posted(db, { ...form, basis: 'first_hand' })),
      'draft',
    )
    expect(made.status).toBe('single_source')
    expect(await db.reader.stake.findMany()).toMatchObject([{ partyId: 'paper', stake: 'none' }])
    const again = { ...form, statement: 'The harbour thawed.', basis: 'first_hand', prefilledFor: 'paper' }
    expect(must(await recordDraftClaim(db, editor, await posted(db, again)), 'draft').status).toBe(
      'self_sourced',
    )
  })

  it('records nothing at all where one part is refused', async () => {
    const db = await open()
    const editor = await account(db, 'editor')
    const form = report()
    const item = form.evidence[0]
    if (item) item.access = 'off_record'
    const { claim, fresh } = await posted(db, form)
    const refused = await recordDraftClaim(db, editor, { fresh, claim })
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'refused_access' } })
    expect(await db.reader.node.count()).toBe(0)
    expect(await db.reader.event.count()).toBe(0)
  })

  it('asks which one is meant, and what a name is that nobody knows', async () => {
    const db = await open()
    for (const id of ['ruiz-1', 'ruiz-2'])
      must(await recordSpeaker(db, seed, { id, kind: 'person', name: 'Ana Ruiz' }), id)
    must(await recordSpeaker(db, seed, { id: 'ruizotto', kind: 'person', name: 'Ruizotto Vale' }), 'ruizotto')
    const ask = async (speaker: ClaimForm['speaker']) =>
      (await resolveForm(db, { ...emptyClaimForm(), statement: 'A', speaker })).problems
    const [two] = await ask(refOf('ana  RUIZ'))
    expect(two?.candidates?.map(({ id }) => id).sort()).toEqual(['ruiz-1', 'ruiz-2'])
    // What only begins alike is offered, never taken.
    const [begins] = await ask(refOf('Ruizotto'))
    expect(begins).toMatchObject({ field: 'speaker', unknown: true })
    expect(begins?.candidates?.map(({ id }) => id)).toEqual(['ruizotto'])
    const [part] = await ask(refOf('Vale'))
    expect(part?.candidates?.map(({ id }) => id)).toEqual(['ruizotto'])
    expect(await ask(refOf('Nobody Known'))).toMatchObject([{ field: 'speaker', unknown: true }])
    expect(await ask({ ...refOf('ana ruiz'), pick: 'ruiz-2' })).toEqual([])
    expect(await ask({ ...refOf('Ruizotto'), pick: 'new', make: 'person' })).toEqual([])
  })

  it('does not take the former choice for what was typed over it', async () => {
    const db = await open()
    must(await recordSpeaker(db, seed, { id: 'old', kind: 'person', name: 'Old Name' }), 'old')
    must(await recordSpeaker(db, seed, { id: 'new', kind: 'person', name: 'New Name' }), 'new')
    const form = { ...emptyClaimForm(), statement: 'A', speaker: { ...refOf('New Name'), id: 'old' } }
    expect((await resolveForm(db, form)).ids.get('speaker')).toBe('new')
  })

  it('changes a claim with what the change names for the first time, or not at all when it is stale', async () => {
    const db = await open()
    const editor = await account(db, 'editor')
    const first = await posted(db, report())
    const made = must(await recordDraftClaim(db, editor, first), 'the draft')
    const editable = await getEditable(db, editor, made.slug)
    if (!editable) throw new Error('no form')
    const form = formFrom(editable.record, nameIn(editable.names))
    form.evidence.push({
      ...emptyEvidence('contradicts'),
      target: { ...refOf('Ivo Brandt'), make: 'person' },
      basis: 'first_hand',
    })
    const change = await posted(db, form)
    const at = { id: made.id, version: 1, reason: '' }
    const changed = must(await changeClaim(db, editor, { ...change, ...at }), 'the change')
    expect(changed).toMatchObject({ version: 2, changed: ['evidence'] })
    const again = await posted(db, {
      ...form,
      evidence: [],
      speaker: { ...refOf('Somebody New'), make: 'person' },
    })
    const stale = await changeClaim(db, editor, { ...again, ...at })
    expect(stale).toMatchObject({ ok: false, refusal: { code: 'conflict', details: { current: 2 } } })
    expect(await db.reader.speaker.count({ where: { name: 'Somebody New' } })).toBe(0)
    expect((await checkDerivation(db)).wrong).toEqual([])
  })
})

describe('what a form names', () => {
  it('is nothing where nothing is typed', () => {
    expect(refsOf(emptyClaimForm())).toEqual([])
  })
})
