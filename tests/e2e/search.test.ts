import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { expectAccessible, expectNoOverflow, hasBrowser, launch, openPage } from './browser'

const SIZES = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
]

/** A page on a busy machine takes its time until it listens. */
const PATIENCE = { timeout: 30_000, interval: 500 }

describe.skipIf(!hasBrowser())('searching', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())

  const open = async (path: string, options: object = { viewport: SIZES[0] }) => {
    const { page, complaints } = await openPage(await browser.newContext(options))
    await page.goto(inject('readingSite') + path)
    return { page, complaints }
  }
  const palette = (page: Page) => page.getByRole('dialog', { name: /Jump to/ })
  /** Until the page listens, keys do nothing. */
  const openPalette = async (page: Page) => {
    await expect
      .poll(async () => {
        await page.keyboard.press('Control+k')
        return palette(page).isVisible()
      }, PATIENCE)
      .toBe(true)
  }

  it.each([true, false])('from the box in the header to a claim (JavaScript: %s)', async (script) => {
    for (const viewport of SIZES) {
      const { page, complaints } = await open('/method', { viewport, javaScriptEnabled: script })
      const box = page.getByRole('banner').getByRole('searchbox', { name: 'Search the ledger' })
      await box.fill('bukele corrupt')
      await box.press('Enter')
      await page.waitForURL('**/search?q=bukele+corrupt')
      if (script) {
        await expectAccessible(page)
        await expectNoOverflow(page)
      }
      await page.getByRole('link', { name: 'Bukele was corrupt.' }).first().click()
      await page.waitForURL('**/claims/musto-says-bukele-was-corrupt')
      expect(complaints).toEqual([])
      await page.context().close()
    }
  })

  it('goes to the box by “/”, but not while one writes', async () => {
    const { page } = await open('/claims')
    const focused = () => page.evaluate(() => document.activeElement?.id)
    await expect
      .poll(async () => {
        await page.keyboard.press('/')
        return focused()
      }, PATIENCE)
      .toBe('search')
    await page.keyboard.type('a/b')
    expect(await page.locator('#search').inputValue()).toBe('a/b')
    await page.context().close()
  })

  it('jumps to a speaker by the keyboard alone', async () => {
    for (const viewport of SIZES) {
      const { page, complaints } = await open('/claims', { viewport, reducedMotion: 'reduce' })
      await openPalette(page)
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.getAttribute('role')), PATIENCE)
        .toBe('combobox')
      await page.keyboard.type('must')
      const option = page.getByRole('option', { name: /Christopher Musto/ }).first()
      await option.waitFor()
      expect(await page.getByRole('status').last().textContent()).toMatch(/Found: \d/)
      await expectAccessible(page)
      await expectNoOverflow(page)
      await page.keyboard.press('Enter')
      await page.waitForURL('**/speakers/christopher-musto')
      expect(await palette(page).count()).toBe(0)
      expect(complaints).toEqual([])
      await page.context().close()
    }
  })

  it('closes by Escape and gives the focus back', async () => {
    const { page, complaints } = await open('/claims')
    await page.locator('#search').focus()
    await openPalette(page)
    await page.keyboard.press('Escape')
    await expect.poll(() => palette(page).count(), PATIENCE).toBe(0)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search')
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('offers the whole search, last', async () => {
    const { page } = await open('/claims')
    await openPalette(page)
    await page.keyboard.type('corrupt')
    await page.getByRole('option', { name: /Search for “corrupt”/ }).click()
    await page.waitForURL('**/search?q=corrupt')
    await page.context().close()
  })
})
