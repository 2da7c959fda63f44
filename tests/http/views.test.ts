/** Views of the claims over real HTTP: kept under a name, drawn over time, as a matrix, and two speakers compared. */
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { onSite, post, signIn } from '../support/accounts'
import { formOn } from '../support/html-form'

const VIEW = '/claims?status=unsupported&speaker=christopher-musto'
const site = () => inject('site')
const reading = () => inject('readingSite')

const get = (path: string, cookie = '', at = site()) =>
  fetch(at + path, { redirect: 'manual', headers: cookie ? { Cookie: cookie } : {} })
const read = async (path: string) => text(await (await get(path, '', reading())).text())
const text = (html: string) =>
  html
    .replace(/<script[^]*?<\/script>/g, ' ')
    .replace(/<!-- -->/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')

describe('a view that is saved', () => {
  let cookie = ''
  const page = async (path: string) => (await get(path, cookie)).text()
  const send = async (path: string, action: string, fields: Record<string, string>, nth = 0) => {
    const response = await post(
      site(),
      action,
      { ...formOn(await page(path), action, nth), ...fields },
      { cookie },
    )
    expect(response.status).toBe(303)
    return response.headers.get('location') ?? ''
  }
  beforeAll(async () => {
    cookie = (await signIn(site(), 'contributor')).cookie
  })

  it('is kept from the list, under its one address, and found on the desk', async () => {
    const back = await send(`${VIEW}&per=30&after=`, '/desk/views/save', { name: 'Musto, unsupported' })
    expect(back).toBe(VIEW)
    expect(text(await page(back))).toContain('You keep this view as Musto, unsupported')
    // However the same view is written.
    expect(text(await page('/claims?speaker=christopher-musto&status=unsupported'))).toContain(
      'You keep this view',
    )
    for (const path of ['/desk', '/desk/views']) {
      const html = await page(path)
      expect(html, path).toContain(`href="${VIEW.replace('&', '&amp;')}"`)
      expect(text(html), path).toContain('Musto, unsupported')
    }
    expect(text(await page('/desk/views'))).toContain('Unsupported claims by Christopher Musto, newest first')
  })

  it('leads to the feed of its address', async () => {
    const [, href = ''] =
      /href="([^"]+)"[^>]*aria-label="Feed of “Musto, unsupported”"/.exec(await page('/desk/views')) ?? []
    expect(href).toContain('speaker=christopher-musto')
    const feed = await get(href.replaceAll('&amp;', '&'))
    expect(feed.headers.get('content-type')).toContain('application/atom+xml')
    expect((await feed.text()).match(/<entry>/g)).toHaveLength(2)
  })

  it('is refused beside its field, with what was typed', async () => {
    const back = await send('/claims?status=circular', '/desk/views/save', { name: 'MUSTO, unsupported' })
    expect(back).toMatch(/^\/desk\/views\?draft=/)
    const html = await page(back)
    expect(text(html)).toContain('You keep a view named “Musto, unsupported” already')
    expect(formOn(html, '/desk/views/save')).toMatchObject({
      name: ['MUSTO, unsupported'],
      address: ['status=circular'],
    })
    expect(await send(back, '/desk/views/save', { name: 'Rings' })).toBe('/claims?status=circular')
  })

  it('is renamed and removed', async () => {
    expect(await send('/desk/views', '/desk/views/rename', { name: 'First' })).toBe('/desk/views')
    expect(text(await page('/desk/views'))).toContain('First')
    const refused = await send('/desk/views', '/desk/views/rename', { name: 'Rings' })
    expect(text(await page(refused))).toContain('You keep a view named “Rings” already')
    await send('/desk/views', '/desk/views/remove', {})
    const left = text(await page('/desk/views'))
    expect(left).toContain('1 of 50')
    expect(left).not.toContain('First')
  })

  it('waits for somebody whose session ended, and is asked for again', async () => {
    const response = await post(site(), '/desk/views/save', { name: 'Later', address: 'family=thin' })
    const next = new URL(response.headers.get('location') ?? '', site()).searchParams.get('next') ?? ''
    expect(next).toMatch(/^\/desk\/views\?draft=/)
    expect(formOn(await page(next), '/desk/views/save')).toMatchObject({
      name: ['Later'],
      address: ['family=thin'],
    })
  })

  it('is noted as used of late for who is signed in, and offered on their own page', async () => {
    await page('/claims?act=denial')
    // It is written after the answer was sent.
    await expect
      .poll(async () => text(await page('/desk/views')), { timeout: 20_000 })
      .toMatch(/Used of late.*[Dd]enials/)
  })

  it('is offered to nobody who has no account, and shown to nobody else', async () => {
    const html = await (await get(VIEW)).text()
    expect(html).not.toContain('/desk/views/save')
    expect((await get('/desk/views')).headers.get('location')).toMatch(/^\/sign-in/)
    const other = (await signIn(site(), 'admin')).cookie
    expect(text(await (await get('/desk/views', other)).text())).toContain('You keep no view yet')
    expect(await onSite((db) => db.reader.event.count({ where: { kind: { startsWith: 'view' } } }))).toBe(0)
  })
})

describe('the claims over time', () => {
  it('are drawn for any view of the list, with a table, and what is not drawn is said', async () => {
    const html = await (await get('/over-time', '', reading())).text()
    expect(html).toMatch(/<svg[^>]*role="img"[^>]*aria-label="Claims by year from 2023 to 2025/)
    const page = text(html)
    expect(page).toMatch(/2 claims have no date/)
    // Of 42, 2 are undated.
    const cells = [...html.matchAll(/<tr[^>]*><th scope="row"[^]*?<\/tr>/g)].map(([row]) =>
      text(row).trim().split(' '),
    )
    expect(cells.map((row) => row[0])).toEqual(['2023', '2024', '2025'])
    expect(cells.reduce((sum, row) => sum + Number(row.at(-1)), 0)).toBe(40)
  })

  it('say the view as a sentence whose conditions can be taken away, and lead back to the list', async () => {
    const html = await (await get('/over-time?status=unsourced&colour=red', '', reading())).text()
    expect(html).toMatch(
      /aria-label="Take away[^"]*"[^>]*href="\/over-time"|href="\/over-time"[^>]*aria-label="Take away/,
    )
    expect(html).toContain('href="/claims?status=unsourced"')
    expect(text(html)).toContain('“colour” is not something')
  })

  it.each(['/topics/ms-13', '/sources/republished-article'])('stand on %s', async (path) => {
    const response = await get(path, '', reading())
    expect(response.status).toBe(200)
    expect(text(await response.text())).toContain('Claims over time')
  })
})

describe('the matrix', () => {
  it('has a row for each speaker, whose numbers lead to the lists that have so many', async () => {
    const html = await (await get('/matrix', '', reading())).text()
    expect(html.match(/scope="colgroup"/g)).toHaveLength(5)
    const links = [...html.matchAll(/href="(\/claims\?[^"]+)"[^>]*>(\d+)</g)].map(([, href = '', n]) => ({
      href: href.replaceAll('&amp;', '&'),
      n: Number(n),
    }))
    expect(links.length).toBeGreaterThan(30)
    for (const { href, n } of [links[0], links[1], links[7], links.at(-1)].filter(
      (link) => link !== undefined,
    ))
      expect(await read(href), href).toContain(n === 1 ? ' 1 claim ' : ` ${n} claims `)
    expect(text(html)).toContain('The Independent')
  })

  it('is narrowed by a topic, and says where there is none', async () => {
    const html = await (await get('/matrix?topic=cecot', '', reading())).text()
    expect(html).toContain('topic=cecot')
    expect(await read('/matrix?topic=nothing-of-that')).toContain(
      'Nothing is recorded under “nothing-of-that”',
    )
  })
})

describe('two speakers compared', () => {
  it('are found by name, and have one address', async () => {
    const response = await get('/compare?speaker=Christopher+Musto&speaker=abigail-jackson', '', reading())
    expect([307, 308]).toContain(response.status)
    const address = '/compare?speaker=christopher-musto&speaker=abigail-jackson'
    expect(response.headers.get('location')).toContain(address)
    const page = await read(address)
    expect(page).toContain('Christopher Musto and Abigail Jackson')
    expect(page).toMatch(/No source 2 3/)
    expect(page).toMatch(/All claims 3 4/)
  })

  it('are asked for where one is missing, unknown, one of several, or the same', async () => {
    expect(await read('/compare')).toContain('First speaker')
    expect(await read('/compare?speaker=christopher-musto')).toContain('Second speaker')
    expect(await read('/compare?speaker=christopher-musto&speaker=nobody-at-all')).toContain(
      'No speaker is recorded under “nobody-at-all”',
    )
    expect(await read('/compare?speaker=us')).toContain('“us” may be any of these')
    expect(await read('/compare?speaker=john-durham&speaker=john-durham')).toContain(
      'Both are the same speaker',
    )
    expect(await read('/compare?speaker=a&speaker=b&speaker=c')).toContain('“c” was left out')
  })

  it('are led to from a speaker’s page', async () => {
    const html = await (await get('/speakers/john-durham', '', reading())).text()
    expect(html).toContain('href="/compare?speaker=john-durham"')
  })
})
