/** Speakers, sources, links, topics and reports over real HTTP, as a browser without JavaScript goes about them. */
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { checkDerivation } from '../../lib/commands/check'
import { recordClaim } from '../../lib/commands/claims/record'
import { recordLink } from '../../lib/commands/links'
import { recordSource } from '../../lib/commands/sources'
import { recordSpeaker } from '../../lib/commands/speakers'
import { recordTopic } from '../../lib/commands/topics'
import { must } from '../../seeds/must'
import { onSite, post, signIn } from '../support/accounts'
import { formOn } from '../support/html-form'

const SYSTEM = { kind: 'system', name: 'tests' } as const
const site = () => inject('site')
let cookie = ''

const get = (path: string, as = cookie) =>
  fetch(site() + path, { redirect: 'manual', headers: as ? { Cookie: as } : {} })
const page = async (path: string, as = cookie) => (await get(path, as)).text()
const text = (html: string) =>
  html
    .replace(/<script[^]*?<\/script>/g, ' ')
    .replace(/<!-- -->/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')

type Fields = Record<string, string | string[]>
/** Fills in the form that a page has, and sends it; answers where it leads. */
const send = async (path: string, action: string, fields: Fields, as = cookie, nth = 0) => {
  const form = formOn(await page(path, as), action, nth)
  const response = await post(site(), action, { ...form, ...fields }, { cookie: as })
  expect(response.status, `${action} ${await response.text()}`).toBe(303)
  return response.headers.get('location') ?? ''
}

beforeAll(async () => {
  cookie = (await signIn(site(), 'editor')).cookie
  await onSite(async (db) => {
    const speakers = [
      { id: 'f-paper', kind: 'organization', name: 'The Fir Post', outlet: true },
      { id: 'f-office', kind: 'organization', name: 'Fir Office' },
      { id: 'f-office-2', kind: 'organization', name: 'Fir Office', description: 'The one abroad.' },
      { id: 'f-mia', kind: 'person', name: 'Mia Fir' },
      { id: 'f-mia-2', kind: 'person', name: 'M. Fir' },
      { id: 'f-group', kind: 'anonymous', name: 'three foresters', vouchedBy: 'f-paper' },
    ]
    for (const speaker of speakers) must(await recordSpeaker(db, SYSTEM, speaker as never), speaker.id)
    const report = { id: 'f-report', kind: 'news_report', title: 'Fir report', publisher: 'f-paper' } as const
    must(await recordSource(db, SYSTEM, report), 'report')
    must(await recordTopic(db, SYSTEM, { id: 'f-topic', name: 'Firs' }), 'topic')
    const link = {
      id: 'f-link',
      from: 'f-report',
      to: 'f-mia-2',
      mode: 'quotes',
      basis: 'first_hand',
    } as const
    must(await recordLink(db, SYSTEM, link), 'link')
    for (const [id, speaker] of [
      ['f-one', 'f-mia'],
      ['f-two', 'f-mia-2'],
    ] as const)
      must(
        await recordClaim(db, SYSTEM, {
          id,
          statement: `Fir statement ${id}.`,
          speaker,
          topics: ['f-topic'],
          appearances: [{ source: 'f-report' }],
          evidence: [{ relation: 'supports', target: 'f-report' }],
        }),
        id,
      )
  })
})

describe('a form without JavaScript', () => {
  it('sends who is not signed in to sign in, and keeps what was typed', async () => {
    const asked = await get('/desk/speakers/new', '')
    expect(asked.status).toBe(307)
    const sent = await post(site(), '/desk/speakers/save', { kind: 'person', name: 'Kept Name' })
    expect(sent.status).toBe(303)
    expect(sent.headers.get('location')).toMatch(/^\/sign-in\?next=.*draft/)
  })

  it('records a speaker, asks which of two a name means, and keeps the rest', async () => {
    const save = '/desk/speakers/save'
    const refused = await send('/desk/speakers/new?kind=person', save, {
      name: 'Nora Fir',
      description: 'A forester.',
      'roles.0.org.text': 'fir office',
      'roles.0.title': 'Head',
    })
    expect(refused).toMatch(/^\/desk\/speakers\/new\?draft=/)
    const html = await page(refused)
    expect(text(html)).toContain('“fir office” may mean several')
    expect(text(html)).toContain('The one abroad.')
    const kept = formOn(html, save)
    expect(kept).toMatchObject({
      name: ['Nora Fir'],
      description: ['A forester.'],
      'roles.0.title': ['Head'],
    })
    const done = await send(refused, save, { 'roles.0.org.pick': 'f-office-2' })
    expect(done).toBe('/speakers/nora-fir')
    const roles = await onSite((db) => db.reader.role.findMany({ where: { speaker: { slug: 'nora-fir' } } }))
    expect(roles).toMatchObject([{ orgId: 'f-office-2', title: 'Head' }])
    // A name that nothing fits, an unnamed group with fields that it may not have.
    const unknown = await send('/desk/speakers/new?kind=anonymous', save, {
      name: 'a ranger',
      'vouchedBy.text': 'No Such Paper',
    })
    expect(text(await page(unknown))).toContain('Nothing that fits is recorded under “No Such Paper”')
    const group = await send(unknown, save, { 'vouchedBy.text': 'fir post', 'headCount.wording': 'one' })
    expect(group).toBe('/speakers/a-ranger')
  })

  it('changes a speaker, and shows both texts where somebody saved meanwhile', async () => {
    const edit = '/desk/speakers/nora-fir/edit'
    const save = '/desk/speakers/nora-fir/save'
    const stale = formOn(await page(edit), save)
    expect(await send(edit, save, { description: 'Theirs.', reason: 'First.' })).toBe('/speakers/nora-fir')
    const response = await post(
      site(),
      save,
      { ...stale, description: 'Mine.', reason: 'Second.' },
      { cookie },
    )
    const back = response.headers.get('location') ?? ''
    const shown = text(await page(back))
    expect(shown).toContain('Somebody changed this')
    expect(shown).toMatch(/description Theirs\. Mine\./)
    expect(await send(back, save, {})).toBe('/speakers/nora-fir')
    const nora = await onSite((db) => db.reader.speaker.findUnique({ where: { slug: 'nora-fir' } }))
    expect(nora).toMatchObject({ description: 'Mine.', version: 3 })
    const roles = await onSite((db) => db.reader.role.findMany({ where: { speaker: { slug: 'nora-fir' } } }))
    expect(roles).toHaveLength(1)
    const without = await send(edit, save, { description: 'x', reason: '' })
    expect(text(await page(without))).toContain('Say why')
    expect((await get('/desk/speakers/nobody/edit')).status).toBe(404)
  })

  it('merges two speakers after showing what it moves, and undoes it', async () => {
    const merge = '/desk/speakers/m-fir/merge'
    const shown = await page(`${merge}?into.text=mia+fir`)
    expect(text(shown)).toContain('Merge M. Fir into Mia Fir')
    expect(text(shown)).toMatch(/(No claim gets|claims? gets? another status)|claims get another status/)
    expect(await send(`${merge}?into.text=mia+fir`, `${merge}/run`, { reason: 'One person.' })).toBe(
      '/speakers/mia-fir',
    )
    const moved = await get('/speakers/m-fir', '')
    expect(moved.status).toBe(308)
    expect(moved.headers.get('location')).toContain('/speakers/mia-fir')
    expect(text(await page('/speakers/mia-fir', ''))).toContain('merged into this one')
    const edit = '/desk/speakers/mia-fir/edit'
    const undo = '/desk/speakers/mia-fir/merge/undo'
    expect(await send(edit, undo, { reason: 'Two people.' })).toBe('/speakers/m-fir')
    expect((await get('/speakers/m-fir', '')).status).toBe(200)
    expect(text(await page(`${merge}?into.text=three+foresters`))).toContain('never merged with a named one')
    expect(text(await page(`${merge}?into.text=fir+office`))).toContain('Which “fir office” is meant')
  })

  it('says of two speakers that they are different, and takes it back', async () => {
    const edit = '/desk/speakers/mia-fir/edit'
    const action = '/desk/speakers/mia-fir/identity'
    expect(
      await send(edit, action, { 'other.text': 'm. fir', kind: 'different', reason: 'Seen both.' }),
    ).toBe(edit)
    expect(text(await page(edit))).toContain('Seen both.')
    expect(await send(edit, action, { reason: 'Not so.' })).toBe(edit)
    expect(text(await page(edit))).not.toContain('Seen both.')
  })

  it('retracts a source after showing every claim that it moves, and withdraws what nothing rests on', async () => {
    const status = '/desk/sources/fir-report/status'
    expect(text(await page('/desk/sources/fir-report/edit'))).toContain('Set its status')
    const shown = await page(`${status}?to=retracted`)
    expect(text(shown)).toMatch(/claims? gets? another status, of 2 that rest on it/)
    expect(text(shown)).toContain('Fir statement f-one.')
    expect(await send(`${status}?to=retracted`, `${status}/set`, { reason: 'Made up.' })).toBe(
      '/sources/fir-report',
    )
    expect(text(await page('/sources/fir-report', ''))).toContain('Made up.')
    const back = await send('/desk/sources/fir-report/edit', '/desk/sources/fir-report/withdraw', {
      reason: 'Away with it.',
    })
    expect(text(await page(back))).toContain('claims that appear in it')
    const made = await send('/desk/sources/new', '/desk/sources/save', {
      kind: 'web_page',
      title: 'A fir page',
      'publisher.text': 'the fir post',
      authors: 'Ann Fir\nBob Fir',
    })
    expect(made).toBe('/sources/a-fir-page')
    await send('/desk/sources/a-fir-page/edit', '/desk/sources/a-fir-page/save', {
      note: 'Read.',
      reason: 'A note.',
    })
    const source = await onSite((db) => db.reader.source.findUnique({ where: { slug: 'a-fir-page' } }))
    expect(source).toMatchObject({ authors: '["Ann Fir","Bob Fir"]', note: 'Read.', publisherId: 'f-paper' })
    await send('/desk/sources/a-fir-page/edit', '/desk/sources/a-fir-page/withdraw', {
      reason: 'Not needed.',
    })
    expect((await get('/sources/a-fir-page', '')).status).toBe(410)
    expect((await get('/sources/a-fir-page')).status).toBe(200)
  })

  it('records, changes, withdraws and restores a link, and renames a topic', async () => {
    const link = '/desk/links/f-link'
    expect(await send(link, `${link}/save`, { 'to.text': 'Mia Fir', reason: 'The other one.' })).toBe(link)
    await send(link, `${link}/withdraw`, { reason: 'Wrong.' })
    expect(text(await page(link))).toContain('withdrawn')
    await send(link, `${link}/withdraw`, { reason: 'Right.' })
    const row = await onSite((db) => db.reader.link.findUnique({ where: { id: 'f-link' } }))
    expect(row).toMatchObject({ toId: 'f-mia', withdrawnAt: null, version: 4 })
    const made = await send('/desk/links/new?from=f-report', '/desk/links/save', {
      mode: 'cites',
      'to.text': 'fir office',
    })
    const done = await send(made, '/desk/links/save', { 'to.pick': 'f-office' })
    expect(done).toMatch(/^\/desk\/links\/\w+$/)
    const told = await send('/desk/links/new', '/desk/links/save', {
      'from.text': 'three foresters',
      mode: 'attributes',
      'to.text': 'Mia Fir',
    })
    expect(text(await page(told))).toContain('never linked to a person')
    expect(
      await send('/desk/topics/firs/edit', '/desk/topics/firs/save', {
        name: 'Fir trees',
        reason: 'Clearer.',
      }),
    ).toBe('/topics/firs')
    expect(text(await page('/topics/firs', ''))).toContain('Fir trees')
    await onSite(async (db) => expect((await checkDerivation(db)).wrong).toEqual([]))
  })

  it('lets a reader report an error, and an editor answer it', async () => {
    const speaker = await page('/speakers/mia-fir', '')
    const href = /href="(\/report\?about=[^"]*)"/.exec(speaker)?.[1] ?? 'no link'
    expect(speaker).not.toContain('/desk/speakers/mia-fir/edit')
    expect(await page('/speakers/mia-fir')).toContain('/desk/speakers/mia-fir/edit')
    const empty = await send(href, '/report/send', { text: ' ' }, '')
    expect(text(await page(empty, ''))).toContain('cannot be empty')
    const sent = await send(
      href,
      '/report/send',
      { text: 'She is a botanist.', contact: 'r@example.org' },
      '',
    )
    expect(text(await page(sent, ''))).toContain('Thank you')
    const desk = text(await page('/desk/reports'))
    expect(desk).toContain('She is a botanist.')
    expect(desk).toContain('r@example.org')
    expect(text(await page(href, ''))).not.toContain('botanist')
    await send('/desk/reports', '/desk/reports/answer', { answer: 'Corrected.', do: 'answer' })
    const answered = text(await page(href, ''))
    expect(answered).toContain('Corrected.')
    expect(answered).not.toContain('r@example.org')
    expect((await get('/report?about=/claims/nothing', '')).status).toBe(200)
  })

  it('takes from a contributor what they propose, and says what else they may do', async () => {
    const { cookie: contributor } = await signIn(site(), 'contributor', { name: 'Pia Alm' })
    const may = text(await page('/desk/speakers/mia-fir/edit', contributor))
    expect(may).toContain('What readers see is changed by editors.')
    expect((await get('/desk/speakers/no-such-speaker/edit', contributor)).status).toBe(404)
    expect(text(await page('/desk/links/new', contributor))).toContain('in the claim itself, in its chain')
    const form = '/desk/sources/new'
    expect(text(await page(form, contributor))).toContain('Propose the source')
    const made = await send(form, '/desk/sources/save', { title: 'Alm diary' }, contributor)
    expect(made).toBe('/sources/alm-diary')
    expect((await get(made, '')).status).toBe(404)
    const seen = text(await page(made, contributor))
    expect(seen).toContain('Proposed by Pia Alm')
    expect(seen).not.toContain('Put before readers')
    expect(text(await page('/desk', contributor))).toContain('Alm diary')
    const edit = `${made.replace('/sources', '/desk/sources')}/edit`
    await send(edit, '/desk/sources/alm-diary/save', { note: 'Kept since 1998.' }, contributor)
    expect(text(await page(made))).toContain('Kept since 1998.')
    expect(text(await page('/desk'))).toContain('Alm diary')
    expect(await send(made, '/desk/sources/alm-diary/publish', {})).toBe(made)
    expect(text(await page(made, ''))).toContain('Alm diary')
    expect(text(await page(made, contributor))).not.toContain('Proposed by')
    expect(text(await page('/desk/reports', contributor))).not.toContain('botanist')
  })
})
