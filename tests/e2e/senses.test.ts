/** What depends on eyes: letters and directions beside each other, and colours that the system chooses. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { recordClaim } from '../../lib/commands/claims/record'
import { newId } from '../../lib/domain/ids'
import { must } from '../../seeds/must'
import { onSite } from '../support/accounts'
import { hasBrowser, launch, openPage } from './browser'

const SYSTEM = { kind: 'system', name: 'tests' } as const
const WIDE = { viewport: { width: 1280, height: 900 } }

describe.skipIf(!hasBrowser())('letters and colours', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())

  it('reads a statement in its own direction and letters', async () => {
    const context = await browser.newContext(WIDE)
    const { page } = await openPage(context)
    const claim = await onSite(async (db) =>
      must(
        await recordClaim(db, SYSTEM, {
          statement: `قال المتحدث إن 40 شخصًا حضروا (${newId()}).`,
          language: 'ar',
          quote: 'حضر 40 شخصًا',
        }),
        'claim',
      ),
    )
    const loaded = () =>
      page.evaluate(async () => {
        await document.fonts.ready
        return [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family)
      })
    await page.goto(`${inject('readingSite')}/method`)
    expect((await loaded()).filter((family) => /Arabic/.test(family))).toEqual([])
    await page.goto(`${inject('site')}/claims/${claim.slug}`)
    const heading = page.getByRole('heading', { level: 1 })
    const style = () =>
      heading.evaluate((at) => [
        at.getAttribute('lang'),
        getComputedStyle(at).direction,
        getComputedStyle(at).textAlign,
      ])
    // It stands at the left edge, as the page does.
    expect(await style()).toEqual(['ar', 'rtl', 'left'])
    expect(
      await page
        .locator('q')
        .first()
        .evaluate((at) => getComputedStyle(at).direction),
    ).toBe('rtl')
    expect(await loaded()).toContain('Noto Naskh Arabic Variable')
    await context.close()
  })

  it('tells statuses apart where the system chooses the colours', async () => {
    const context = await browser.newContext(WIDE)
    const { page } = await openPage(context)
    await page.emulateMedia({ forcedColors: 'active' })
    await page.goto(`${inject('readingSite')}/method`)
    const marks = await page.evaluate(() => {
      const ground = getComputedStyle(document.documentElement).backgroundColor
      return [...document.querySelectorAll('svg[viewBox="0 0 16 16"]')].map((mark) => ({
        drawing: mark.innerHTML,
        seen: [...mark.children].some((shape) => {
          const { fill, stroke } = getComputedStyle(shape)
          return [fill, stroke].some((colour) => colour !== 'none' && colour !== ground)
        }),
      }))
    })
    expect(new Set(marks.map(({ drawing }) => drawing)).size).toBeGreaterThan(8)
    expect(marks.filter(({ seen }) => !seen)).toEqual([])
    await context.close()
  })
})
