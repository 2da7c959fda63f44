/** What comes in from elsewhere, in a real browser: a table from a checker, and a sentence from a page. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { newId } from '../../lib/domain/ids'
import { onSite, sessionCookie, signIn } from '../support/accounts'
import { expectAccessible, expectNoOverflow, hasBrowser, launch, openPage } from './browser'

const wide = { viewport: { width: 1280, height: 900 } }
const phone = { viewport: { width: 390, height: 844 } }

const TABLE = [
  'Auszug der Prüfstelle',
  '',
  'Nr;Aussage;Person;Datum;Urteil;ratingValue;bestRating;worstRating',
  '1;"Die Mühle <b>brannte</b> &amp; fiel.";Ida Quell;03.02.2024;falsch;6;1;6',
  '2;الطاحونة مؤمَّنة.;Ida Quell;28.02.2024;richtig;1;1;6',
  '3;Zu kurz',
  '4;;Ida Quell;;;;;',
].join('\r\n')

describe.skipIf(!hasBrowser())('what comes in from elsewhere', () => {
  let browser: Browser
  let elsewhere: Server
  const contexts: BrowserContext[] = []
  const site = () => inject('site')
  const other = () => `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/report`

  beforeAll(async () => {
    browser = await launch()
    elsewhere = createServer((_request, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8')
      response.end('<!doctype html><title>A report</title><p id="said">The weir held all winter.</p>')
    })
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
  })
  afterAll(async () => {
    for (const context of contexts) await context.close()
    await browser?.close()
    elsewhere.close()
  })

  const editor = async (options: object) => {
    const { cookie } = await signIn(site(), 'editor')
    const context = await browser.newContext({ ...options, extraHTTPHeaders: { 'X-Forwarded-For': newId() } })
    contexts.push(context)
    await context.addCookies([{ ...sessionCookie(cookie), url: site() }])
    return { context, ...(await openPage(context)) }
  }

  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
  /** The page goes on by itself until nothing is at work any more. */
  const ended = async (page: Page, heading: string) => {
    await page.getByRole('heading', { name: heading, exact: true }).waitFor()
    await page.locator('progress').waitFor({ state: 'detached', timeout: 30_000 })
  }

  it.each([
    ['wide', { ...wide, colorScheme: 'light', javaScriptEnabled: true }],
    [
      'on a phone, in the dark and without scripts',
      { ...phone, colorScheme: 'dark', javaScriptEnabled: false },
    ],
  ] as const)('a table is sent, mapped, looked at and imported: %s', async (name, options) => {
    const { page, complaints } = await editor(options)
    await page.goto(`${site()}/desk/imports`)
    // Of each run its own claims.
    const buffer = Buffer.from(TABLE.replaceAll('Ida Quell', `Ida Quell ${name}`), 'utf8')
    await page
      .getByLabel('File', { exact: true })
      .setInputFiles({ name: 'prüfstelle.csv', mimeType: 'text/csv', buffer })
    await button(page, 'Send').click()
    await page.waitForURL('**/desk/imports/*')
    expect(await page.getByLabel('Delimiter').inputValue()).toBe('semicolon')
    expect(await page.getByLabel('Lines before the table').inputValue()).toBe('2')
    await page.getByLabel('Collection').fill(`prüfstelle ${name}`)
    // Of the two fields of that name the one for a value that holds for all.
    await page.locator('input[name="const.reviewer"]').fill('Prüfstelle am Wehr')
    await button(page, 'See what would happen').click()
    await ended(page, 'What would happen')
    const check = page.getByRole('region', { name: 'What would happen' })
    await check.getByText('This row has 2 cells, and there are 8 columns.').waitFor()
    await check.getByText('Nothing says what was claimed.').waitFor()
    if (options.javaScriptEnabled) await expectAccessible(page)
    await expectNoOverflow(page)
    const who = { speaker: { name: `Ida Quell ${name}` } }
    expect(await onSite((db) => db.reader.claim.count({ where: who }))).toBe(0)
    await button(page, 'Import').click()
    await ended(page, 'What happened')
    const claims = await onSite((db) =>
      db.reader.claim.findMany({
        where: who,
        orderBy: { saidOn: 'asc' },
        select: { statement: true, saidOn: true, reviews: { select: { ratingValue: true, scale: true } } },
      }),
    )
    expect(claims).toMatchObject([
      {
        statement: 'Die Mühle brannte & fiel.',
        saidOn: '2024-02-03',
        reviews: [{ ratingValue: 6, scale: { best: 1, worst: 6 } }],
      },
      { statement: 'الطاحونة مؤمَّنة.', saidOn: '2024-02-28', reviews: [{ ratingValue: 1 }] },
    ])
    expect(complaints).toEqual([])
  })

  it('a bookmark sends what is selected on a page to the form of a claim', async () => {
    const { context, page, complaints } = await editor(wide)
    await page.goto(`${site()}/desk/clip`)
    const code = (await page.getByRole('link', { name: 'Add to On Record' }).getAttribute('href')) ?? ''
    expect(await page.getByLabel('Or make a bookmark by hand', { exact: false }).inputValue()).toBe(code)
    await expectAccessible(page)
    await page.goto(other())
    await page.getByText('The weir held all winter.').selectText()
    const opened = context.waitForEvent('page')
    // A bookmark runs as the page itself does.
    await page.evaluate(decodeURIComponent(code.replace(/^javascript:/, '')))
    const form = await opened
    await form.getByRole('combobox', { name: 'Speaker', exact: true }).waitFor()
    expect(await form.getByLabel('Statement', { exact: true }).inputValue()).toBe('The weir held all winter.')
    expect(new URL(form.url()).searchParams.get('url')).toBe(other())
    const shown = await form
      .locator('input')
      .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value))
    expect(shown).toEqual(expect.arrayContaining(['A report', other()]))
    expect(complaints).toEqual([])
  })
})
