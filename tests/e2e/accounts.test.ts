/** Accounts in a real browser: the same with JavaScript and without, on a desk and on a phone. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { makeLink } from '../../lib/commands/one-time-links'
import { newId } from '../../lib/domain/ids'
import { must } from '../../seeds/must'
import { addAccount, onSite, PASSWORD } from '../support/accounts'
import { expectAccessible, expectNoOverflow, hasBrowser, launch, openPage } from './browser'

const wide = { viewport: { width: 1280, height: 900 } }
const phone = { viewport: { width: 390, height: 844 } }

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

  it.each([
    ['wide', wide],
    ['as on a phone', phone],
    ['dark', { ...wide, colorScheme: 'dark' as const }],
  ])('its pages are accessible: %s', (name, screen) =>
    visit(screen, async (page, complaints) => {
      const site = inject('site')
      const admin = await onSite((db) => addAccount(db, 'admin', { name: 'Ada Brandt' }))
      const link = await onSite(async (db) => {
        await addAccount(db, 'editor', { name: 'Somebody with a rather long name of her own' })
        const input = { purpose: 'invite', email: `${newId()}@example.org`, role: 'editor' } as const
        return must(await makeLink(db, { kind: 'system', name: 'tests' }, input), 'link')
      })
      const check = async (path?: string) => {
        if (path) await page.goto(site + path)
        await expectNoOverflow(page)
        await expectAccessible(page)
      }
      await check('/forgot')
      await check('/reset/none')
      await check(`/invite/${link.token}`)
      await check('/sign-in?error=wrong&next=/desk/people')
      await signIn(page, admin.email)
      await page.waitForURL('**/desk/people')
      await page.getByLabel('E-mail address').fill(link.email ?? '')
      await page.getByRole('button', { name: 'Make an invitation' }).click()
      await page.locator('code').waitFor()
      await check()
      await check('/desk/account')
      expect(complaints).toEqual([])
    }),
  )
})
