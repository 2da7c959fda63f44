/** The forms of records in a real browser, without a mouse. */
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { sessionCookie, signIn } from '../support/accounts'
import { hasBrowser, launch, openPage } from './browser'

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
    await context.addCookies([{ ...sessionCookie(cookie), url: inject('site') }])
    return { context, ...(await openPage(context)) }
  }

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
