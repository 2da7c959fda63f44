/** The claim's form over real HTTP: what is kept, what is refused, and that nothing is recorded twice. */
import { expect, inject, it } from 'vitest'
import { checkDerivation } from '../../lib/commands/check'
import { recordClaim } from '../../lib/commands/claims/record'
import { recordSpeaker } from '../../lib/commands/speakers'
import { newId } from '../../lib/domain/ids'
import { must } from '../../seeds/must'
import { onSite, post, signIn } from '../support/accounts'
import { formOn } from '../support/html-form'

const site = () => inject('site')
const draftIn = (response: Response) =>
  /draft=([a-z0-9]+)/.exec(response.headers.get('location') ?? '')?.[1] ?? ''
const draft = (id: string) => onSite((db) => db.reader.draft.findUniqueOrThrow({ where: { id } }))

it('keeps every word that is refused, and shows each sentence beside its field', async () => {
  const { cookie } = await signIn(site(), 'editor')
  const fields = {
    do: 'record',
    statement: '  ',
    quote: 'one two three four five six seven eight nine ten eleven',
    'speaker.text': 'Nobody At All',
    saidOn: 'the day before',
    'evidence.0.relation': 'supports',
    'evidence.0.note': 'A note that took long to write.',
  }
  const response = await post(site(), '/desk/claims/save', fields, { cookie })
  expect(response.status).toBe(303)
  const kept = JSON.parse((await draft(draftIn(response))).form)
  for (const [name, value] of Object.entries(fields))
    if (name !== 'do' && name !== 'statement') expect(kept[name]).toEqual([value])
  const page = await (
    await fetch(site() + (response.headers.get('location') ?? '').split('#')[0], {
      headers: { Cookie: cookie },
    })
  ).text()
  for (const sentence of [
    'The statement cannot be empty.',
    'Quote at most 10 words',
    'Nobody is recorded as “Nobody At All”.',
    'A note that took long to write.',
  ])
    expect(page).toContain(sentence)
})

it('refuses what was told off the record with the reason, and keeps no word of it', async () => {
  const { cookie } = await signIn(site(), 'editor')
  const secret = `secret-${newId()}`
  for (const step of ['record', 'keep', 'add.hops']) {
    const fields = {
      do: step,
      statement: 'Something was said.',
      'evidence.0.relation': 'supports',
      'evidence.0.access': 'off_record',
      'evidence.0.note': secret,
      'evidence.0.target.text': secret,
    }
    const response = await post(site(), '/desk/claims/save', fields, { cookie })
    const kept = await draft(draftIn(response))
    expect(kept.form).not.toContain(secret)
    expect(kept.refusal).toContain('is not stored here')
  }
  const asJson = await post(
    site(),
    '/desk/claims/save',
    {
      do: 'keep',
      statement: 'Something.',
      'evidence.0.access': 'deep_background',
      'evidence.0.note': secret,
    },
    { cookie, headers: { Accept: 'application/json' } },
  )
  expect((await draft((await asJson.json()).id)).form).not.toContain(secret)
})

it('begins with what is shared from a page, for whoever is signed in', async () => {
  const shared =
    '/desk/claims/new?text=%3Cb%3EThe+weir+held.&title=A+report&url=https%3A%2F%2Fnews.example%2Fweir'
  const away = await fetch(site() + shared, { redirect: 'manual' })
  expect(away.headers.get('location')).toContain(`next=${encodeURIComponent('/desk/claims/new?text=')}`)
  const { cookie } = await signIn(site(), 'editor')
  const html = await (await fetch(site() + shared, { headers: { Cookie: cookie } })).text()
  expect(html).toContain('&lt;b&gt;The weir held.')
  expect(html).toContain('value="https://news.example/weir"')
  expect(
    await onSite((db) => db.reader.claim.count({ where: { statement: { contains: 'The weir held' } } })),
  ).toBe(0)
  const manifest = await (await fetch(`${site()}/manifest.webmanifest`)).json()
  expect(manifest.share_target).toEqual({
    action: '/desk/claims/new',
    method: 'get',
    params: { title: 'title', text: 'text', url: 'url' },
  })
})

it('records one claim however often the form is sent', async () => {
  const { cookie } = await signIn(site(), 'editor')
  const statement = `Sent twice ${newId()}.`
  // As in the page: the id that the new claim will have.
  const fields = { do: 'record', statement, once: newId() }
  const send = () => post(site(), '/desk/claims/save', fields, { cookie })
  const sent = [...(await Promise.all([send(), send(), send()])), await send()]
  expect(await onSite((db) => db.reader.claim.count({ where: { statement } }))).toBe(1)
  const places = new Set(sent.map((response) => response.headers.get('location')))
  expect([...places]).toEqual([expect.stringMatching(/^\/claims\/sent-twice-/)])
  // Nobody else reaches it that way.
  const other = await signIn(site(), 'contributor')
  const taken = await post(site(), '/desk/claims/save', fields, { cookie: other.cookie })
  expect(taken.headers.get('location')).toContain('/desk/claims/new?draft=')

  const [place = ''] = places
  const slug = place?.replace('/claims/', '') ?? ''
  const change = { do: 'record', statement, venue: 'A hall', claim: fields.once, slug, version: '1' }
  const twice = [
    await post(site(), '/desk/claims/save', change, { cookie }),
    await post(site(), '/desk/claims/save', change, { cookie }),
  ]
  expect(twice.map((response) => response.headers.get('location'))).toEqual([place, place])
})

it('keeps both texts where one draft is written in two tabs', async () => {
  const { cookie } = await signIn(site(), 'editor')
  const first = await post(site(), '/desk/claims/save', { do: 'keep', statement: 'First tab.' }, { cookie })
  const id = draftIn(first)
  const tab = (statement: string) =>
    post(site(), '/desk/claims/save', { do: 'keep', statement, draft: id, draftVersion: '1' }, { cookie })
  const [a, b] = [await tab('First tab, more.'), await tab('Second tab.')]
  expect(draftIn(a)).toBe(id)
  expect(draftIn(b)).not.toBe(id)
  expect(JSON.parse((await draft(id)).form).statement).toEqual(['First tab, more.'])
  expect(JSON.parse((await draft(draftIn(b))).form).statement).toEqual(['Second tab.'])
})

it('says in a sentence what is too large, and leaves the ledger as derived', async () => {
  const { cookie } = await signIn(site(), 'editor')
  const response = await post(
    site(),
    '/desk/claims/save',
    { do: 'keep', note: 'x'.repeat(400_001) },
    { cookie },
  )
  expect(response.status).toBe(413)
  expect(await response.text()).toContain('larger than 400,000 characters')
  expect((await onSite(checkDerivation)).wrong).toEqual([])
})

it('answers 410 with the reason where a claim was hidden, and opens it again for editors', async () => {
  const { cookie } = await signIn(site(), 'editor')
  const id = newId()
  const system = { kind: 'system', name: 'tests' } as const
  const statement = `It was said of a living person ${id}.`
  const { slug } = must(await onSite((db) => recordClaim(db, system, { id, statement })), 'claim')
  const address = `/claims/${slug}`
  const reason = 'Nothing shows it, and it accuses — <b>somebody</b>.'
  await post(site(), `/desk${address}/move`, { id, version: '1', do: 'hide', reason }, { cookie })
  const gone = await fetch(site() + address)
  expect(gone.status).toBe(410)
  const page = await gone.text()
  expect(page).toContain('accuses — &lt;b&gt;somebody&lt;/b&gt;.')
  expect(page).not.toContain(statement)
  expect((await fetch(`${site()}${address}/v/1`)).status).toBe(410)
  const editors = await fetch(site() + address, { headers: { Cookie: cookie } })
  expect(editors.status).toBe(200)
  expect(await editors.text()).toContain('Open again')
})

it('shows a verdict on a scale that an admin made, apart from the status, until it is taken back', async () => {
  const [admin, reviewer] = [await signIn(site(), 'admin'), await signIn(site(), 'reviewer')]
  const id = newId()
  const system = { kind: 'system', name: 'tests' } as const
  const publisher = `Verdict House ${id}`
  await onSite((db) => recordSpeaker(db, system, { id: `v-${id}`, kind: 'organization', name: publisher }))
  const { slug } = must(
    await onSite((db) => recordClaim(db, system, { id, statement: `Judged ${id}.` })),
    'claim',
  )
  const scale = { publisher, name: `Scale ${id}`, best: '5', worst: '1', labels: '5 = True\n1 = False' }
  const wrong = await post(site(), '/desk/scales/save', { ...scale, worst: '5' }, { cookie: admin.cookie })
  expect(JSON.parse((await draft(draftIn(wrong))).refusal ?? '{}').sentence).toContain('must differ')
  const made = await post(site(), '/desk/scales/save', scale, { cookie: admin.cookie })
  expect(made.headers.get('location')).toBe('/desk/scales')
  const kept = await onSite((db) => db.reader.ratingScale.findFirstOrThrow({ where: { name: scale.name } }))
  expect(JSON.parse(kept.labels)).toEqual([
    { value: 5, text: 'True' },
    { value: 1, text: 'False' },
  ])
  const address = `/claims/${slug}`
  const verdict = {
    id,
    version: '1',
    reviewer: publisher,
    ratingText: 'Mostly true',
    reviewedOn: 'March 2025',
  }
  const above = { ...verdict, scale: kept.id, ratingValue: '9' }
  const refused = await post(site(), `/desk${address}/review`, above, { cookie: reviewer.cookie })
  expect(JSON.parse((await draft(draftIn(refused))).refusal ?? '{}').sentence).toContain('between 1 and 5')
  await post(site(), `/desk${address}/review`, { ...above, ratingValue: '4' }, { cookie: reviewer.cookie })
  const read = async () => (await fetch(site() + address)).text()
  expect(await read()).toContain('Mostly true')
  const review = await onSite((db) => db.reader.review.findFirstOrThrow({ where: { claimId: id } }))
  const again = {
    ...above,
    ratingValue: '3',
    ratingText: 'Half true',
    do: 'edit',
    review: review.id,
    reviewVersion: '1',
  }
  const silent = await post(site(), `/desk${address}/review`, again, { cookie: reviewer.cookie })
  expect(JSON.parse((await draft(draftIn(silent))).refusal ?? '{}').sentence).toContain('why it changes')
  await post(
    site(),
    `/desk${address}/review`,
    { ...again, reason: 'New facts.' },
    { cookie: reviewer.cookie },
  )
  expect(await read()).toContain('Half true')
  const back = { id, version: '1', do: 'withdraw', review: review.id, reviewVersion: '2', reason: 'A slip.' }
  await post(site(), `/desk${address}/review`, back, { cookie: reviewer.cookie })
  expect(await read()).not.toContain('Half true')
})

it('adds evidence, changes it, and withdraws it, each as a change of the claim', async () => {
  const { cookie } = await signIn(site(), 'editor')
  const n = newId()
  const system = { kind: 'system', name: 'tests' } as const
  const slug = await onSite(async (db) => {
    for (const [id, name] of [
      [`maker-${n}`, `Maker ${n}`],
      [`witness-${n}`, `Witness ${n}`],
    ] as const)
      must(await recordSpeaker(db, system, { id, kind: 'person', name }), name)
    return must(await recordClaim(db, system, { statement: `It rained ${n}.`, speaker: `maker-${n}` }), n)
      .slug
  })
  const page = async (path: string) => (await fetch(site() + path, { headers: { Cookie: cookie } })).text()
  const save = async (fields: Record<string, string>) => {
    const form = formOn(await page(`/desk/claims/${slug}`), '/desk/claims/save')
    const response = await post(site(), '/desk/claims/save', { ...form, ...fields, do: 'record' }, { cookie })
    expect(response.headers.get('location')).toBe(`/claims/${slug}`)
  }
  const claim = () => onSite((db) => db.reader.claim.findUniqueOrThrow({ where: { slug } }))
  const item = {
    'evidence.0.at': '1',
    'evidence.0.relation': 'supports',
    'evidence.0.target.text': `Witness ${n}`,
    'evidence.0.access': 'on_record',
    'evidence.0.basis': 'first_hand',
  }
  await save({ ...item, reason: 'Somebody saw it.' })
  expect((await claim()).status).toBe('single_source')
  await save({ 'evidence.0.basis': 'second_hand', reason: 'They were told.' })
  expect((await claim()).status).toBe('untraced')
  const stands = { 'evidence.0.basis': 'first_hand', 'evidence.0.state': 'withdrawn' }
  await save({ ...stands, 'evidence.0.stateNote': 'It was somebody else.', reason: 'Mistaken.' })
  expect(await claim()).toMatchObject({ status: 'unsourced', version: 4 })
  expect((await onSite(checkDerivation)).wrong).toEqual([])
  // What stood under the claim is read in every version of it, by its address.
  const read = async (version: number) => (await fetch(`${site()}/claims/${slug}/v/${version}`)).text()
  expect(await read(1)).not.toContain(`Witness ${n}`)
  expect(await read(2)).toContain(`supports: Witness ${n}, on record, first hand`)
  expect(await read(4)).toContain('withdrawn, It was somebody else.')
})
