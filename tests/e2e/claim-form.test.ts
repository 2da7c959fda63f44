/** The desk in a real browser: a claim from its first word to its correction, with the keyboard and without scripts. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { newId } from '../../lib/domain/ids'
import type { UserRole } from '../../lib/domain/vocabulary'
import { PASSWORD, sessionCookie, signIn } from '../support/accounts'
import { expectAccessible, expectNoOverflow, hasBrowser, launch, openPage, reach } from './browser'

const wide = { viewport: { width: 1280, height: 900 } }
const phone = { viewport: { width: 390, height: 844 } }
const plain = { ...wide, javaScriptEnabled: false }
const exact = { exact: true }

describe.skipIf(!hasBrowser())('the form of a claim', () => {
  let browser: Browser
  const contexts: BrowserContext[] = []
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(async () => {
    for (const context of contexts) await context.close()
    await browser?.close()
  })

  /** Somebody's own browser, signed in. */
  const as = async (role: UserRole, options: BrowserContextOptions = wide, name = `A ${role}`) => {
    const site = inject('site')
    const { cookie } = await signIn(site, role, { name })
    const context = await browser.newContext({ ...options, extraHTTPHeaders: { 'X-Forwarded-For': newId() } })
    contexts.push(context)
    await context.addCookies([{ ...sessionCookie(cookie), url: site }])
    const { page, complaints } = await openPage(context)
    const go = (path: string) => page.goto(site + path)
    return { page, complaints, go }
  }

  const statement = (page: Page) => page.getByLabel('Statement', exact)
  /** The form listens once its script has loaded; what is typed earlier is kept, but nothing is suggested. */
  const speaker = (page: Page) => page.getByRole('combobox', { name: 'Speaker', ...exact })
  const record = (page: Page) => page.getByRole('button', { name: 'Record', ...exact })

  it('records a claim by keyboard alone; it is reviewed, published, corrected and restored', async () => {
    const editor = await as('editor', wide, 'Edda Falk')
    const { page } = editor
    await editor.go('/desk/claims/new')
    await speaker(page).waitFor()
    // The cursor stands in the first field.
    await page.keyboard.type('El Salvador’s president paid the gang for a lower number of murders.')
    await page.keyboard.press('Tab')
    await page.keyboard.type('a secret pact')
    await page.keyboard.press('Enter') // kind of statement
    await page.keyboard.press('Enter') // speaker
    await page.keyboard.type('Musto')
    await page.getByRole('option', { name: /Christopher Musto/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await speaker(page).inputValue()).toBe('Christopher Musto')
    const margin = page.getByRole('region', { name: 'As it stands' })
    await margin.getByText('This rests on the word of Christopher Musto alone').waitFor()
    // What would change it is offered, and one of it is done.
    await margin.getByText('One named source who knows it at first hand').waitFor()
    await reach(page.getByRole('button', { name: 'Add evidence for' }))
    await page.keyboard.press('Enter')
    const target = page.getByRole('combobox', { name: 'Source or person' })
    await target.waitFor()
    await reach(target)
    await page.keyboard.type('Jo Quint')
    await page.getByRole('option', { name: 'Record “Jo Quint” as new: person' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await reach(page.getByLabel('How they know'))
    await page.keyboard.type('saw')
    await margin.getByText('One independent source supports this (Jo Quint).').waitFor()
    await expectAccessible(page)
    await page.keyboard.press('Control+Enter')
    await page.waitForURL('**/claims/el-salvador*')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('paid the gang')
    expect(await page.getByText('One independent source supports this (Jo Quint).').isVisible()).toBe(true)
    const path = new URL(page.url()).pathname

    await page.getByRole('button', { name: 'Send to review' }).click()
    await page.getByText('submitted for review, by Edda Falk').waitFor()
    expect(await page.getByRole('button', { name: 'Publish' }).count()).toBe(0)
    expect((await fetch(inject('site') + path)).status).toBe(404)

    const reviewer = await as('reviewer', wide, 'Ravi Odum')
    await reviewer.go(path)
    await expectAccessible(reviewer.page)
    await reviewer.page.getByLabel('Comment', exact).fill('The date is missing, @Edda Falk.')
    await reviewer.page.getByRole('button', { name: 'Add the comment' }).click()
    await reviewer.page.getByText('The date is missing').waitFor()
    await reviewer.page.getByRole('button', { name: 'Publish' }).click()
    await reviewer.page.getByText('published, by Edda Falk').waitFor()
    const read = await (await fetch(inject('site') + path)).text()
    expect(read).toContain('paid the gang')
    expect(read).not.toContain('The date is missing')
    expect((await fetch(`${inject('site')}/speakers/jo-quint`)).status).toBe(200)

    await page.goto(inject('site') + path)
    await page.getByRole('link', { name: 'Change it' }).click()
    await speaker(page).waitFor()
    await page.getByLabel('Said', exact).fill('March 2025')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Say in a few words why it changes').first().waitFor()
    await page.getByLabel('Why it is changed').fill('The month was missing.')
    await page.keyboard.press('Control+Enter')
    await page.waitForURL(`**${path}`)
    await page.getByText('The month was missing.').waitFor()
    expect((await fetch(`${inject('site')}${path}/v/3`)).status).toBe(200)

    await page.goto(`${inject('site')}${path}/history`)
    await expectAccessible(page)
    // The version before the correction comes back, as a correction of its own.
    const restore = page.locator('details', { has: page.locator('input[name=to][value="1"]') })
    await restore.locator('summary').click()
    await restore.getByLabel('Why').fill('The month was a mistake.')
    await restore.getByRole('button').click()
    await page.getByText('The month was a mistake.').waitFor()
    const restored = await (await fetch(inject('site') + path)).text()
    expect(restored).toContain('undated')
    expect(editor.complaints.filter((text) => !text.includes('404'))).toEqual([])
  }, 120_000)

  it('works without JavaScript: rows are added by buttons, an unclear name comes back as a choice', async () => {
    const { page, go } = await as('contributor', plain)
    await go('/desk/claims/new')
    await statement(page).fill('The minister knew of the flights in advance.')
    await page.getByLabel('Speaker', exact).fill('Musto')
    await page.getByLabel('Said', exact).fill('spring of never')
    await page.getByRole('button', { name: 'Add a step' }).click()
    expect(await statement(page).inputValue()).toBe('The minister knew of the flights in advance.')
    await page.getByLabel('got it from', exact).fill('Musto')
    await page.getByLabel('This', exact).fill('A radio talk')
    await record(page).click()
    // Everything that is to be mended at once, each beside its field.
    const problems = page.locator('#problems')
    await problems.waitFor()
    expect(await problems.innerText()).toContain('Which of these is “Musto”?')
    expect(await page.getByLabel('Said', exact).inputValue()).toBe('spring of never')
    await expectNoOverflow(page)
    for (const radio of await page.getByRole('radio', { name: /Christopher Musto/ }).all())
      await radio.check()
    await page.locator('select[name="hops.0.from.make"]').selectOption('recording')
    await page.getByLabel('Said', exact).fill('2025')
    await record(page).click()
    await page.waitForURL('**/claims/the-minister-knew*')
    expect(await page.getByText('draft, by A contributor').isVisible()).toBe(true)
  }, 60_000)

  it.each([
    ['with JavaScript', wide, 'A court', 'San Salvador'],
    ['without JavaScript', plain, 'A prison', 'Tecoluca'],
  ])(
    'lets two who change the same claim choose between both texts, field by field: %s',
    async (_way, screen, venue, place) => {
      const path = '/desk/claims/musto-calls-bukele-dirty'
      const [first, second] = [
        await as('editor', screen, 'First Hand'),
        await as('editor', screen, 'Second Hand'),
      ]
      await first.go(path)
      await second.go(path)
      if (screen === wide) for (const { page } of [first, second]) await speaker(page).waitFor()
      await first.page.getByLabel('Where', exact).fill(venue)
      await first.page.getByLabel('Why it is changed').fill('The venue is known.')
      await first.page.getByRole('button', { name: 'Save the change' }).click()
      await first.page.waitForURL('**/claims/musto-calls-bukele-dirty')
      await second.page.getByLabel('Place', exact).fill(place)
      await second.page.getByLabel('Why it is changed').fill('The place is known.')
      await second.page.getByRole('button', { name: 'Save the change' }).click()
      const conflict = second.page.getByRole('form', { name: /Somebody else saved this claim/ })
      await conflict.waitFor()
      await expectNoOverflow(second.page)
      expect(await conflict.innerText()).toContain('Changed by First Hand.')
      // What only they changed is theirs unless one says otherwise; what only I changed is mine.
      const choice = (field: string, side: RegExp) =>
        conflict.getByRole('group', { name: field, exact: true }).getByLabel(side).isChecked()
      expect(await choice('Where', /Theirs/)).toBe(true)
      expect(await choice('Place', /Yours/)).toBe(true)
      await conflict.getByRole('button', { name: 'Go on with this' }).click()
      expect(await second.page.getByLabel('Where', exact).inputValue()).toBe(venue)
      expect(await second.page.getByLabel('Place', exact).inputValue()).toBe(place)
      await second.page.getByRole('button', { name: 'Save the change' }).click()
      await second.page.waitForURL('**/claims/musto-calls-bukele-dirty')
      const text = await second.page.getByRole('article').innerText()
      expect(text).toContain(venue)
      expect(text).toContain(place)
    },
    60_000,
  )

  it('gives back after signing in what was typed when the session had ended', async () => {
    const { page, go } = await as('editor', plain)
    await go('/desk/claims/new')
    await statement(page).fill('Typed for an hour, and then the session ended.')
    await page.context().clearCookies()
    await record(page).click()
    await page.getByLabel('E-mail address').waitFor()
    const { user } = await signIn(inject('site'), 'editor')
    await page.getByLabel('E-mail address').fill(user.email)
    await page.getByLabel('Password', exact).fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL('**/desk/claims/new?draft=*')
    expect(await statement(page).inputValue()).toBe('Typed for an hour, and then the session ended.')
  }, 60_000)

  it('says what is wrong before anything is sent, by the limits that the server has', async () => {
    const { page, go } = await as('editor')
    await go('/desk/claims/new')
    await speaker(page).waitFor()
    await page.getByLabel('Quoted fragment').fill('one two three four five six seven eight nine ten eleven')
    await page.getByLabel('Quoted fragment').press('Control+Enter')
    const problems = page.locator('#problems')
    await problems.waitFor()
    expect(await problems.innerText()).toContain('Quote at most 10 words')
    expect(await problems.innerText()).toContain('The statement cannot be empty.')
    expect(await problems.evaluate((at) => at === document.activeElement)).toBe(true)
    expect(new URL(page.url()).hash).toBe('')
    await expectAccessible(page)
  }, 60_000)

  it('keeps a draft while it is typed, and gives it back', async () => {
    const { page, go } = await as('editor')
    await go('/desk/claims/new')
    await speaker(page).waitFor()
    await statement(page).fill('A sentence that is not finished')
    await page.getByText(/Draft kept at/).waitFor()
    await page.reload()
    expect(await statement(page).inputValue()).toBe('A sentence that is not finished')
  }, 60_000)

  it('offers what may be recorded already, and relates the claim to it when its writer says so', async () => {
    const { page, go } = await as('editor')
    await go('/desk/claims/new')
    await speaker(page).waitFor()
    const { readFileSync } = await import('node:fs')
    const { claims } = JSON.parse(
      readFileSync(new URL('../../seeds/article/ledger.json', import.meta.url), 'utf8'),
    )
    const known = claims.find((claim: { slug: string }) => claim.slug === 'musto-says-bukele-has-access')
    await statement(page).fill(known.statement)
    const repeats = page.getByRole('region', { name: 'Already recorded?' })
    await repeats.getByText('100% alike').waitFor()
    await repeats.getByRole('button', { name: 'Somebody else repeats it' }).first().click()
    expect(await page.getByLabel('Address of the other claim').inputValue()).toBe(
      'musto-says-bukele-has-access',
    )
  }, 60_000)

  it.each([
    ['wide', wide],
    ['as on a phone', phone],
    ['dark', { ...wide, colorScheme: 'dark' as const }],
  ])(
    'is accessible, and nothing sticks out: %s',
    async (_name, screen) => {
      const { page, go, complaints } = await as('reviewer', screen)
      for (const path of [
        '/desk/claims/new',
        '/desk/claims/musto-says-bukele-has-access',
        '/claims/musto-calls-bukele-dirty',
      ]) {
        await go(path)
        await page.waitForLoadState('networkidle')
        await page.evaluate(() => {
          for (const folded of document.querySelectorAll('details')) folded.open = true
        })
        await expectNoOverflow(page)
        await expectAccessible(page)
      }
      expect(complaints.filter((text) => !text.includes('404'))).toEqual([])
    },
    60_000,
  )
})
