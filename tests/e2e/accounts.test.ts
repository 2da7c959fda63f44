/** Accounts in a real browser: the same with JavaScript and without. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { newId } from '../../lib/domain/ids'
import { addAccount, onSite, PASSWORD } from '../support/accounts'
import { hasBrowser, launch, openPage } from './browser'

const wide = { viewport: { width: 1280, height: 900 } }

describe.skipIf(!hasBrowser())('accounts', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())

  const visit = async (
    options: BrowserContextOptions,
    journey: (page: Page, complaints: string[]) => Promise<void>,
  ) => {
    // Each from a network address of its own: a whole run shares the limits of the sign-in.
    const extraHTTPHeaders = { 'X-Forwarded-For': newId() }
    const context = await browser.newContext({ ...options, extraHTTPHeaders })
    const { page, complaints } = await openPage(context)
    await journey(page, complaints)
    await context.close()
  }
  const signIn = async (page: Page, email: string) => {
    await page.getByLabel('E-mail address').fill(email)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in' }).click()
  }

  it.each([
    ['with JavaScript', {}],
    ['without JavaScript', { javaScriptEnabled: false }],
  ])('an admin invites somebody, who joins: %s', (_name, script) =>
    visit({ ...wide, ...script }, async (page) => {
      const admin = await onSite((db) => addAccount(db, 'admin', { name: 'Ada Brandt' }))
      const email = `${newId()}@example.org`
      await page.goto(`${inject('site')}/desk/people`)
      await signIn(page, admin.email)
      await page.waitForURL('**/desk/people')
      await page.getByLabel('E-mail address').fill(email)
      await page.getByLabel('Role', { exact: true }).selectOption('reviewer')
      await page.getByRole('button', { name: 'Make an invitation' }).click()
      const address = await page.locator('code').innerText()
      await page.getByRole('button', { name: 'Sign out' }).click()
      await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).waitFor()
      await page.goto(address)
      await page.getByLabel('Name').fill('Bo Lind')
      await page.getByLabel('Password').fill(PASSWORD)
      await page.getByRole('button', { name: 'Make the account' }).click()
      await page.getByRole('banner').getByText('Bo Lind').waitFor()
      await page.goto(`${inject('site')}/desk/account`)
      expect(await page.getByText(`${email}, reviewer`).isVisible()).toBe(true)
    }),
  )
})
