/** Whole tasks by keyboard alone. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { hasBrowser, launch, openPage, reach } from './browser'

const WIDE = { viewport: { width: 1280, height: 900 } }

describe.skipIf(!hasBrowser())('the keyboard alone', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())
  it('browses, filters, opens a claim and searches by keyboard alone', async () => {
    const context = await browser.newContext(WIDE)
    const { page, complaints } = await openPage(context)
    await page.goto(`${inject('readingSite')}/`)
    await reach(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Claims' }))
    await page.keyboard.press('Enter')
    await page.waitForURL('**/claims')
    await reach(page.getByRole('checkbox', { name: /No source/ }))
    await page.keyboard.press('Space')
    await reach(page.getByRole('button', { name: 'Show these claims' }))
    await page.keyboard.press('Enter')
    await page.waitForURL(/status=unsourced/)
    const first = page.locator('tbody a').first()
    const statement = await first.innerText()
    await reach(first)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: statement }).waitFor()
    await expect
      .poll(async () => {
        await page.keyboard.press('Control+k')
        return page.getByRole('dialog').isVisible()
      })
      .toBe(true)
    await page.keyboard.type('cecot')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    expect(complaints).toEqual([])
    await context.close()
  })
})
