/** Changes that move claims of others, in a real browser: each is shown before it is done, and can be taken back. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { checkDerivation } from '../../lib/commands/check'
import { recordClaim } from '../../lib/commands/claims/record'
import { recordLink } from '../../lib/commands/links'
import { recordSource } from '../../lib/commands/sources'
import { recordSpeaker } from '../../lib/commands/speakers'
import { newId } from '../../lib/domain/ids'
import { must } from '../../seeds/must'
import { onSite, sessionCookie, signIn } from '../support/accounts'
import { expectAccessible, hasBrowser, launch, openPage } from './browser'

const SYSTEM = { kind: 'system', name: 'tests' } as const
const plain = { javaScriptEnabled: false }

/** A report that two claims rest on, and one witness recorded twice. */
const makeLedger = (n: string) =>
  onSite(async (db) => {
    const speaker = async (id: string, name: string, more: object = {}) =>
      must(await recordSpeaker(db, SYSTEM, { id: `${id}-${n}`, kind: 'person', name, ...more } as never), id)
    await speaker('paper', `Elm Paper ${n}`, { kind: 'organization', outlet: true })
    const maker = await speaker('maker', `Elm Maker ${n}`)
    const witness = await speaker('witness', `Elm Witness ${n}`)
    const again = await speaker('again', `E. Witness ${n}`)
    const source = must(
      await recordSource(db, SYSTEM, {
        id: `report-${n}`,
        kind: 'news_report',
        title: `Elm report ${n}`,
        publisher: `paper-${n}`,
      }),
      'report',
    )
    const to = `witness-${n}`
    must(
      await recordLink(db, SYSTEM, { from: `report-${n}`, to, mode: 'quotes', basis: 'first_hand' }),
      'link',
    )
    const statement = `The elms were felled ${n}.`
    const claim = must(
      await recordClaim(db, SYSTEM, {
        statement,
        speaker: `maker-${n}`,
        evidence: [
          { relation: 'supports', target: `report-${n}` },
          { relation: 'supports', target: `again-${n}`, access: 'on_record', basis: 'first_hand' },
        ],
      }),
      'claim',
    )
    return { maker, witness, again, source, claim, statement }
  })

describe.skipIf(!hasBrowser())('a change that moves claims', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())

  const asEditor = async (options: BrowserContextOptions, journey: (page: Page) => Promise<void>) => {
    const { cookie } = await signIn(inject('site'), 'editor')
    const context = await browser.newContext({ ...options, extraHTTPHeaders: { 'X-Forwarded-For': newId() } })
    await context.addCookies([{ ...sessionCookie(cookie), url: inject('site') }])
    const { page } = await openPage(context)
    await journey(page)
    await context.close()
  }
  const statusOf = async (slug: string) =>
    (await onSite((db) => db.reader.claim.findUniqueOrThrow({ where: { slug } }))).status

  it.each([
    ['with JavaScript', {}],
    ['without JavaScript', plain],
  ])(
    'a source is retracted after its preview, and restored: %s',
    (_name, options) =>
      asEditor(options, async (page) => {
        const { source, claim, statement } = await makeLedger(newId())
        expect(await statusOf(claim.slug)).toBe('corroborated')
        const set = async (status: string, reason: string) => {
          await page.goto(`${inject('site')}/desk/sources/${source.slug}/status`)
          await page.getByLabel('New status').selectOption(status)
          await page.getByRole('button', { name: 'Show what it would change' }).click()
          await page
            .getByText('One claim gets another status')
            .or(page.getByText(/1 claim gets another status/))
            .waitFor()
          await page.getByRole('main').getByText(statement).waitFor()
          // axe is a script itself.
          if (!('javaScriptEnabled' in options)) await expectAccessible(page)
          await page.getByLabel('Reason').fill(reason)
          await page.getByRole('button', { name: /^Set the status to/ }).click()
          await page.waitForURL(`**/sources/${source.slug}`)
        }
        await set('retracted', 'The paper took it back.')
        expect(await statusOf(claim.slug)).toBe('single_source')
        await page.goto(`${inject('site')}/claims/${claim.slug}`)
        await page.getByText('The paper took it back.').or(page.getByText(`Elm report`)).first().waitFor()
        await set('current', 'The paper stands by it after all.')
        expect(await statusOf(claim.slug)).toBe('corroborated')
      }),
    90_000,
  )

  it.each([
    ['with JavaScript', {}],
    ['without JavaScript', plain],
  ])(
    'two records of one speaker are merged after their preview, and the merge is undone: %s',
    (_name, options) =>
      asEditor(options, async (page) => {
        const n = newId()
        const { witness, again, claim, statement } = await makeLedger(n)
        await page.goto(`${inject('site')}/desk/speakers/${again.slug}/merge`)
        await page.getByLabel('Merge into').fill(`Elm Witness ${n}`)
        if (!('javaScriptEnabled' in options)) {
          // What is suggested is chosen.
          await page.getByRole('option', { name: `Elm Witness ${n}` }).waitFor()
          await page.keyboard.press('ArrowDown')
          await page.keyboard.press('Enter')
        }
        await page.getByRole('button', { name: 'Show what it would change' }).click()
        await page.getByRole('main').getByText(statement).waitFor()
        if (!('javaScriptEnabled' in options)) await expectAccessible(page)
        await page.getByLabel('Reason').fill('One person under two names.')
        await page.getByRole('button', { name: /^Merge E\. Witness/ }).click()
        await page.waitForURL(`**/speakers/${witness.slug}`)
        // One person counts once, however often it was recorded.
        expect(await statusOf(claim.slug)).toBe('single_source')
        expect((await fetch(`${inject('site')}/speakers/${again.slug}`, { redirect: 'manual' })).status).toBe(
          308,
        )
        await page.goto(`${inject('site')}/desk/speakers/${witness.slug}/edit`)
        const undo = page.locator('form', { has: page.getByRole('button', { name: 'Undo the merge' }) })
        await undo.getByLabel('Reason').fill('They are two after all.')
        await undo.getByRole('button', { name: 'Undo the merge' }).click()
        await page.waitForLoadState()
        expect(await statusOf(claim.slug)).toBe('corroborated')
        expect((await fetch(`${inject('site')}/speakers/${again.slug}`)).status).toBe(200)
        expect((await onSite(checkDerivation)).wrong).toEqual([])
      }),
    90_000,
  )
})
