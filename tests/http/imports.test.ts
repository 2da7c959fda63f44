/** Importing over real HTTP, as a browser without JavaScript goes about it: from a file to its report. */
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { onSite, post, signIn } from '../support/accounts'
import { formOn } from '../support/html-form'

const site = () => inject('site')
let cookie = ''

const get = (path: string, as = cookie) =>
  fetch(site() + path, { redirect: 'manual', headers: as ? { Cookie: as } : {} })
const page = async (path: string) => (await get(path)).text()

/** Sends a file as a browser does. @returns where the answer leads */
const sendFile = async (name: string, content: string | Blob, as = cookie): Promise<string> => {
  const body = new FormData()
  body.set('file', new File([content], name))
  const headers = { Origin: site(), Cookie: as }
  const response = await fetch(`${site()}/desk/imports/send`, {
    method: 'POST',
    redirect: 'manual',
    body,
    headers,
  })
  expect(response.status).toBe(303)
  return response.headers.get('location') ?? ''
}

const send = async (path: string, action: string, fields: Record<string, string>): Promise<string> => {
  const form = formOn(await page(path), action)
  const response = await post(site(), action, { ...form, ...fields }, { cookie })
  expect(response.status).toBe(303)
  return response.headers.get('location') ?? ''
}

/** The page of an import when nothing is at work on it any more. */
const settled = async (path: string): Promise<string> => {
  for (let tried = 0; tried < 100; tried++) {
    const html = await page(path)
    if (!/http-equiv="refresh"/i.test(html)) return html
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  throw new Error('The import never ended.')
}

const TABLE = [
  'nr,what,who,when,found',
  '1,The old mill burned down.,Ida Larch,03/02/2024,False',
  '2,"The mill, they say, was insured.",Ida Larch,28/02/2024,True',
  '3,,Ida Larch,,False',
  '4,<b>Nobody</b> was hurt &amp; all were out.,Ole Larch,31/12/2023,True',
].join('\r\n')

beforeAll(async () => {
  cookie = (await signIn(site(), 'editor')).cookie
})

describe('an import', () => {
  it('goes from a file over its mapping and what would happen to a report', async () => {
    const path = await sendFile('C:\\folder\\mill <1>.csv', TABLE)
    expect(path).toMatch(/^\/desk\/imports\/[a-z0-9]+$/)
    const first = await page(path)
    expect(first).toContain('mill &lt;1&gt;.csv')
    const map = {
      'col.id.0': 'nr',
      'col.statement': 'what',
      'col.speaker': 'who',
      'col.saidOn': 'when',
      'col.rating': 'found',
      dates: 'day-first',
      'const.reviewer': 'The Mill Checkers',
      name: 'mills',
    }
    await send(path, `${path}/map`, { ...map, do: 'check' })
    const checked = await settled(path)
    expect(checked).toContain('Nothing says what was claimed.')
    expect(await onSite((db) => db.reader.claim.count({ where: { statement: { contains: 'mill' } } }))).toBe(
      0,
    )
    await send(path, `${path}/map`, { 'rating.0.to': 'Not so', do: 'check' })
    await settled(path)
    await send(path, `${path}/move`, { do: 'run' })
    await settled(path)
    const claims = await onSite((db) =>
      db.reader.claim.findMany({
        where: { speaker: { name: { endsWith: 'Larch' } } },
        select: { statement: true, saidOn: true, shelf: true, reviews: { select: { ratingText: true } } },
        orderBy: { saidOn: 'asc' },
      }),
    )
    expect(claims.map(({ statement, saidOn, shelf }) => [statement, saidOn, shelf])).toEqual([
      ['Nobody was hurt & all were out.', '2023-12-31', 'desk'],
      ['The old mill burned down.', '2024-02-03', 'desk'],
      ['The mill, they say, was insured.', '2024-02-28', 'desk'],
    ])
    expect(claims.map(({ reviews }) => reviews[0]?.ratingText)).toEqual(['True', 'Not so', 'True'])
    const report = await get(`${path}/report`)
    expect(report.headers.get('content-disposition')).toContain('attachment')
    expect(await report.text()).toContain('4,statement,Nothing says what was claimed.,left out')
  })

  it('offers saved mappings for the next file, and says what it cannot read', async () => {
    expect(await page('/desk/imports')).toContain('<option value="mills">')
    const refused = await sendFile('mill.xlsx', new Blob([new Uint8Array([0x50, 0x4b, 3, 4, 1, 2])]))
    expect(await page(refused)).toContain('This is a zip archive or a spreadsheet.')
    const empty = await sendFile('mill.csv', '')
    expect(await page(empty)).toContain('This file is empty.')
  })

  it('takes files that are larger than what may be held in memory for a form', async () => {
    const row = (i: number) => `${i},Claim number ${i} of a long file ${'x'.repeat(200)}.\n`
    const rows = Array.from({ length: 60_000 }, (_, i) => row(i)).join('')
    const path = await sendFile('long.csv', `nr,claim\n${rows}`)
    const id = path.split('/').at(-1) ?? ''
    const kept = await onSite((db) => db.reader.import.findUniqueOrThrow({ where: { id } }))
    expect(kept.bytes).toBe(9 + rows.length)
  })

  it('says what is wrong with a large file that it stopped reading early', async () => {
    const rest = 'on_record,A row of letters.\n'.repeat(2_000_000)
    const path = await sendFile('long.csv', `access,claim\noff_record,Something.\n${rest}`)
    expect(await page(path)).toContain('told off the record or on deep background')
  })

  it('is shown to editors only', async () => {
    const path = await sendFile('again.csv', TABLE)
    const { cookie: contributor } = await signIn(site(), 'contributor')
    for (const asked of [path, `${path}/report`, '/desk/imports'])
      expect((await get(asked, contributor)).status, asked).toBe(404)
    expect((await get(`${path}/report`, '')).status).toBe(404)
  })
})
