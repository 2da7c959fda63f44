import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { hasBrowser, launch, openPage } from './browser'

const wide = { viewport: { width: 1280, height: 900 } }

describe.skipIf(!hasBrowser())('reading', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())

  const visit = async (
    options: BrowserContextOptions,
    journey: (open: Awaited<ReturnType<typeof openPage>>) => Promise<void>,
  ) => {
    const context = await browser.newContext(options)
    const opened = await openPage(context)
    await journey(opened)
    expect(opened.complaints).toEqual([])
    await context.close()
  }

  /** The same journeys with JavaScript and without it. */
  describe.each([
    ['with JavaScript', {}],
    ['without JavaScript', { javaScriptEnabled: false }],
  ])('%s', (_name, script) => {
    it('browses by speaker: from the speakers to one, and to all that they said', () =>
      visit({ ...wide, ...script }, async ({ page }) => {
        await page.goto(`${inject('readingSite')}/`)
        await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Speakers' }).click()
        await page.getByRole('link', { name: 'Christopher Musto' }).click()
        await page.getByRole('heading', { level: 1, name: 'Christopher Musto' }).waitFor()
        await page.getByRole('link', { name: 'See all 3 in the list' }).click()
        await page.waitForURL('**/claims?speaker=christopher-musto')
        expect(await page.getByRole('row').count()).toBe(4)
        expect(await page.getByText('3 claims').isVisible()).toBe(true)
      }))

    it('filters the unsupported claims, and takes a condition away again', () =>
      visit({ ...wide, ...script }, async ({ page }) => {
        await page.goto(`${inject('readingSite')}/claims`)
        await page.getByRole('checkbox', { name: /Unsupported/ }).check()
        await page.getByRole('checkbox', { name: /Christopher Musto/ }).check()
        await page.getByRole('button', { name: 'Show these claims' }).click()
        await page.waitForURL(/status=unsupported/)
        expect(await page.getByText('2 claims').isVisible()).toBe(true)
        await page.getByRole('link', { name: /Take away “Christopher Musto”/ }).click()
        await page.waitForURL((url) => !url.search.includes('speaker'))
        expect(await page.getByText('30 claims').isVisible()).toBe(true)
      }))

    it('opens a claim and follows its chain to a source, and from there to what rests on it', () =>
      visit({ ...wide, ...script }, async ({ page }) => {
        await page.goto(`${inject('readingSite')}/claims?speaker=christopher-musto`)
        await page.getByRole('link', { name: 'Bukele was corrupt.' }).click()
        await page.getByRole('heading', { level: 1, name: 'Bukele was corrupt.' }).waitFor()
        expect(await page.getByRole('group', { name: /Diagram of the attribution chain/ }).isVisible()).toBe(
          true,
        )
        const chain = page.getByRole('region', { name: 'How it reached us' })
        await chain
          .getByRole('listitem')
          .getByRole('link', { name: 'Times report on MS-13 leaders returned to El Salvador' })
          .first()
          .click()
        await page.getByRole('heading', { level: 1, name: /Times report/ }).waitFor()
        await page.getByRole('link', { name: 'See all 14 in the list' }).click()
        await page.waitForURL('**/claims?source=times-report')
        expect(await page.getByText('14 claims').isVisible()).toBe(true)
      }))

    it('shows the sentence of a status from the list', () =>
      visit({ ...wide, ...script }, async ({ page }) => {
        await page.goto(`${inject('readingSite')}/claims?speaker=john-durham`)
        await page.getByRole('row').nth(1).getByText('Speaker’s own word').click()
        expect(await page.getByText(/Everything cited for this comes from John Durham/).isVisible()).toBe(
          true,
        )
      }))
  })

  it('is reached by keyboard alone: skip link, navigation, list', () =>
    visit(wide, async ({ page }) => {
      await page.goto(`${inject('readingSite')}/claims`)
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content')
      await page.keyboard.press('Enter')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
    }))

  it('copies the citation with the permanent address', () =>
    visit({ ...wide, permissions: ['clipboard-read', 'clipboard-write'] }, async ({ page }) => {
      await page.goto(`${inject('readingSite')}/claims/musto-says-bukele-was-corrupt`)
      await page.getByRole('button', { name: 'Copy' }).click()
      await page.getByRole('button', { name: 'Copied' }).waitFor()
      const copied = await page.evaluate(() => navigator.clipboard.readText())
      expect(copied).toContain(`${inject('readingSite')}/claims/musto-says-bukele-was-corrupt/v/1`)
    }))
})
