/** Journeys: a view is saved and found again; two speakers are compared; a chart and a matrix are read. */
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { signIn } from '../support/accounts'
import { expectAccessible, expectNoOverflow, hasBrowser, launch, openPage } from './browser'

const wide = { viewport: { width: 1280, height: 900 } }
const phone = { viewport: { width: 390, height: 844 } }

describe.skipIf(!hasBrowser())('views', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())

  const open = async (site: string, path: string, options: BrowserContextOptions, cookie?: string) => {
    const context = await browser.newContext(options)
    const [name = '', value = ''] = cookie?.split(/=(.*)/s) ?? []
    if (cookie) await context.addCookies([{ name, value, url: site }])
    const { page, complaints } = await openPage(context)
    await page.goto(site + path)
    return { page, complaints }
  }

  it.each([true, false])('are saved from the list and found on the desk (JavaScript: %s)', async (script) => {
    const site = inject('site')
    const { cookie } = await signIn(site, 'editor')
    const options = { ...wide, javaScriptEnabled: script }
    const { page, complaints } = await open(site, '/claims?status=unsourced', options, cookie)
    await page.getByText('Save this view', { exact: true }).click()
    await page.getByLabel('Name', { exact: true }).fill('Nothing cited')
    if (script) await expectAccessible(page)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('You keep this view as').waitFor()
    expect(new URL(page.url()).search).toBe('?status=unsourced')
    await page.goto(`${site}/desk`)
    await page.getByRole('link', { name: 'Nothing cited', exact: true }).click()
    await page.waitForURL('**/claims?status=unsourced')
    await page.goto(`${site}/desk/views`)
    if (script) await expectAccessible(page)
    await page.locator('summary', { hasText: 'Rename' }).click()
    await page.getByLabel('New name of “Nothing cited”').fill('No source')
    await page.getByRole('button', { name: 'Rename', exact: true }).click()
    await page.getByRole('link', { name: 'No source', exact: true }).waitFor()
    await page.getByRole('button', { name: 'Remove “No source”' }).click()
    await page.getByText('You keep no view yet').waitFor()
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it.each([true, false])('of two speakers stand side by side (JavaScript: %s)', async (script) => {
    const site = inject('readingSite')
    const options = { ...wide, javaScriptEnabled: script }
    const { page, complaints } = await open(site, '/speakers/john-durham', options)
    await page.getByRole('link', { name: 'Compare with another speaker' }).click()
    await page.waitForURL('**/compare?speaker=john-durham')
    expect(await page.getByLabel('First speaker').inputValue()).toBe('John Durham')
    await page.getByLabel('Second speaker').fill(script ? 'christ' : 'christopher musto')
    // Suggested while one types; without JavaScript the name is looked up when it is sent.
    if (script) await page.getByRole('option', { name: /Christopher Musto/ }).click()
    await page.getByRole('button', { name: 'Compare', exact: true }).click()
    await page.waitForURL('**/compare?speaker=john-durham&speaker=christopher-musto')
    const table = page.getByRole('table', { name: /by sourcing status/ })
    expect(await table.getByRole('row', { name: 'All claims' }).getByRole('cell').allTextContents()).toEqual([
      '1',
      '3',
    ])
    await table.getByRole('row', { name: 'No source' }).getByRole('link', { name: '2' }).click()
    await page.waitForURL('**/claims?status=unsourced&speaker=christopher-musto')
    expect(await page.getByText('2 claims', { exact: true }).isVisible()).toBe(true)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  // The pages themselves are looked at with all others (everyone.test.ts).
  it.each([
    '/compare?speaker=us&speaker=nobody',
    '/compare?speaker=the-independent&speaker=christopher-musto',
  ])('are for everybody, fit a phone, and complain of nothing: %s', async (path) => {
    const { page, complaints } = await open(inject('readingSite'), path, phone)
    await expectAccessible(page)
    await expectNoOverflow(page)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('can be read as a table, by row and column', async () => {
    const { page } = await open(inject('readingSite'), '/over-time', phone)
    const table = page.getByRole('table')
    expect(await table.isVisible()).toBe(false)
    await page.getByText('The same as a table').click()
    expect(await table.getByRole('rowheader').allTextContents()).toEqual(['2023', '2024', '2025'])
    await expectAccessible(page)
    await page.goto(`${inject('readingSite')}/matrix`)
    const matrix = page.getByRole('table', { name: /Speakers, most claims first/ })
    const headings = await matrix.getByRole('columnheader').allTextContents()
    expect(headings).toEqual(expect.arrayContaining(['Firmly sourced', 'No source', 'Sources disagree']))
    const row = matrix.getByRole('row', { name: /^The Independent/ })
    expect(await row.getByRole('cell').count()).toBe(12)
    await page.context().close()
  })
})
