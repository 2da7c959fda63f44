/** The forms of speakers, sources and links in a real browser, with a mouse-free look at what axe-core says of them. */
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { signIn } from '../support/accounts'
import { expectAccessible, expectNoOverflow, hasBrowser, launch, openPage } from './browser'

const SCREENS = {
  wide: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 390, height: 844 } },
}

const PAGES = [
  '/desk/speakers/new?kind=person',
  '/desk/speakers/new?kind=organization',
  '/desk/speakers/new?kind=anonymous',
  '/desk/speakers/christopher-musto/edit',
  '/desk/speakers/christopher-musto/merge',
  '/desk/sources/new',
  '/desk/sources/profile-of-carlos-marroquin-chica/edit',
  '/desk/sources/profile-of-carlos-marroquin-chica/status?to=retracted',
  '/desk/links/new',
  '/desk/topics/cecot/edit',
  '/desk/reports',
  '/report?about=/speakers/christopher-musto',
]

describe.skipIf(!hasBrowser())('forms of records', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())

  /** A page of somebody who is signed in as an editor. */
  const editor = async (options: BrowserContextOptions) => {
    const { cookie } = await signIn(inject('site'), 'editor')
    const context = await browser.newContext(options)
    const { hostname } = new URL(inject('site'))
    await context.addCookies(
      cookie.split('; ').map((pair) => {
        const cut = pair.indexOf('=')
        return { name: pair.slice(0, cut), value: pair.slice(cut + 1), domain: hostname, path: '/' }
      }),
    )
    return { context, ...(await openPage(context)) }
  }

  it.each(Object.entries(SCREENS))('are accessible and fit the screen: %s', async (name, screen) => {
    const { context, page, complaints } = await editor(screen)
    for (const path of PAGES) {
      const response = await page.goto(inject('site') + path)
      expect(response?.status(), path).toBe(200)
      if (process.env.SHOTS)
        await page.screenshot({
          path: `${process.env.SHOTS}/${path.replace(/[^a-z]+/g, '-')}-${name}.png`,
          fullPage: true,
        })
      await expectAccessible(page)
      await expectNoOverflow(page)
    }
    expect(complaints).toEqual([])
    await context.close()
  })

  it('change a speaker by keyboard alone, without JavaScript', async () => {
    const { context, page } = await editor({ javaScriptEnabled: false })
    await page.goto(`${inject('site')}/desk/speakers/new?kind=person`)
    await page.getByLabel('Name', { exact: true }).focus()
    await page.keyboard.type('Keyboard Person')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/speakers/keyboard-person')
    await page.goto(`${inject('site')}/desk/speakers/keyboard-person/edit`)
    await page.getByLabel('Name', { exact: true }).focus()
    await page.keyboard.press('End')
    await page.keyboard.type(' Two')
    await page.keyboard.press('Enter')
    expect(await page.locator('[role=alert]').first().innerText()).toContain('Say why')
    await page.getByLabel('Reason', { exact: true }).first().fill('A second name.')
    await page.getByRole('button', { name: 'Save the change' }).click()
    await page.waitForURL('**/speakers/keyboard-person')
    expect(await page.locator('h1').innerText()).toBe('Keyboard Person Two')
    await context.close()
  })
})
