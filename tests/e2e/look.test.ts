import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { hasBrowser, launch, openPage } from './browser'

const CLAIM = '/claims/most-deportees-have-no-record'
const wide = { viewport: { width: 1280, height: 900 } }
/** A sheet of A4 less its margins of 15 mm, in CSS pixels. */
const sheet = { width: 680, height: 1009 }

describe.skipIf(!hasBrowser())('the look', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())

  const open = async (path: string, options: BrowserContextOptions = wide) => {
    const { page, complaints } = await openPage(await browser.newContext(options))
    await page.goto(inject('readingSite') + path)
    return { page, complaints }
  }

  it.each([true, false])('marks the page that one is on, or is below (JavaScript: %s)', async (script) => {
    for (const [path, mark] of [
      ['/claims', 'page'],
      [CLAIM, 'true'],
    ] as const) {
      const { page, complaints } = await open(path, { ...wide, javaScriptEnabled: script })
      const current = page.getByRole('navigation', { name: 'Main' }).locator('[aria-current]')
      expect(await current.allTextContents()).toEqual(['Claims'])
      expect(await current.getAttribute('aria-current')).toBe(mark)
      expect(complaints).toEqual([])
      await page.context().close()
    }
  })

  it('prints a claim on one sheet, with its address', async () => {
    const { page } = await open(CLAIM, { viewport: sheet })
    await page.emulateMedia({ media: 'print' })
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(sheet.height)
    expect(await page.getByText(`${inject('readingSite')}${CLAIM}/v/1`).isVisible()).toBe(true)
    expect(await page.getByRole('navigation', { name: 'Main' }).isVisible()).toBe(false)
    await page.context().close()
  })

  it('shows the sentence of a status while the keyboard is on it', async () => {
    const { page } = await open('/claims?speaker=john-durham')
    const sentence = page.getByText(/Everything cited for this comes from John Durham/)
    expect(await sentence.isVisible()).toBe(false)
    await page.getByRole('row').nth(1).getByRole('link').first().focus()
    for (let tabs = 0; tabs < 6 && !(await sentence.isVisible()); tabs++) await page.keyboard.press('Tab')
    expect(await sentence.isVisible()).toBe(true)
    await page.keyboard.press('Tab')
    expect(await sentence.isVisible()).toBe(false)
    await page.context().close()
  })

  it('compares what changed word by word', async () => {
    const { page } = await open('/claims/usaid-money-frozen')
    const history = page.getByRole('region', { name: 'History' })
    expect(await history.locator('del').allTextContents()).toEqual(['funding'])
    expect(await history.locator('ins').allTextContents()).toEqual(['money'])
    await page.context().close()
  })

  it('stands as it will stand before its fonts arrive', async ({ skip }) => {
    /** The widths of lines in each of the three faces, were they never to wrap. */
    const widths = async (fonts: boolean) => {
      const { page } = await openPage(await browser.newContext(wide))
      if (!fonts) await page.route('**/*.woff2', (route) => route.abort())
      await page.goto(`${inject('readingSite')}/claims/musto-says-bukele-was-corrupt`)
      await page.evaluate(() => document.fonts.ready)
      const standIn = await page.evaluate(() =>
        [...document.fonts].some(({ family, status }) => /fallback/.test(family) && status === 'loaded'),
      )
      if (!fonts && !standIn) skip('this machine has none of the fonts that stand in')
      const found = await page.evaluate(() =>
        ['h1', 'h1 + p q', 'footer p'].map((selector) => {
          const element = document.querySelector(selector) as HTMLElement
          element.style.cssText = 'white-space: nowrap; display: inline-block; max-width: none'
          return element.getBoundingClientRect().width
        }),
      )
      await page.context().close()
      return found
    }
    const [loaded, before] = [await widths(true), await widths(false)]
    for (const [i, width] of loaded.entries()) expect((before[i] ?? 0) / width).toBeCloseTo(1, 1)
    expect(before).not.toEqual(loaded)
  })
})
