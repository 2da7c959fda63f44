/** Every page for everybody: axe-core, size, focus, titles; both languages, light and dark; and tasks by keyboard. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { hasBrowser, launch, openPage, violationsOf } from './browser'
import { everyPage, routes, type State } from './every-page'

/** Wide, wide at 200 %, a phone, and the narrowest that must do (WCAG 1.4.10). */
const WIDTHS = [640, 390, 320]
const WIDE = { width: 1280, height: 900 }

/** Things that the keyboard reaches, and that look the same when it is there. */
const unseenFocus = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const look = (element: Element) => {
      const { outline, boxShadow, borderColor } = getComputedStyle(element)
      return [outline, boxShadow, borderColor].join()
    }
    const all = document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex]',
    )
    return [...all]
      .filter((element) => element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
        const before = look(element)
        element.focus()
        return document.activeElement === element && look(element) === before
      })
      .map((element) => element.outerHTML.slice(0, 120))
  })

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

describe.skipIf(!hasBrowser())('everybody', () => {
  let browser: Browser
  let pages: Awaited<ReturnType<typeof everyPage>>
  beforeAll(async () => {
    browser = await launch()
    pages = await everyPage()
  })
  afterAll(() => browser?.close())

  const contextFor = async (as: State['as'], language: string): Promise<BrowserContext> => {
    const url = inject('site')
    const context = await browser.newContext({ viewport: WIDE, reducedMotion: 'reduce' })
    await context.addCookies([{ name: 'on-record.language', value: language, url }])
    const [name = '', value = ''] = pages.cookie.split(/=(.*)/s)
    if (as === 'admin') await context.addCookies([{ name, value: value.split(';')[0] ?? '', url }])
    return context
  }

  /** All that is wrong with one page, in one language. */
  const faultsOf = async (
    { page, complaints }: Awaited<ReturnType<typeof openPage>>,
    { path, status, open }: State,
    language: string,
  ): Promise<string[]> => {
    const faults: string[] = []
    const note = (where: string, found: string[]) =>
      faults.push(...found.map((fault) => `${path} ${where}: ${fault}`))
    await page.setViewportSize(WIDE)
    await page.emulateMedia({ colorScheme: 'light' })
    complaints.splice(0)
    const answer = await page.goto(inject('site') + path)
    if (answer?.status() !== (status ?? 200)) note('answer', [String(answer?.status())])
    await open?.(page)
    const said = await page.evaluate(() => [
      document.documentElement.lang,
      document.title.split(' · ')[0] ?? '',
    ])
    if (said[0] !== language || !said[1]) note('language and title', [said.join()])
    if (await page.evaluate(() => document.getAnimations().length > 0)) note('motion', ['something moves'])
    note('light, wide', await violationsOf(page))
    for (const width of [WIDE.width, ...WIDTHS]) {
      await page.setViewportSize({ width, height: WIDE.height })
      if ((await sideways(page)) > 0) note(`at ${width}`, ['sticks out sideways'])
    }
    await page.emulateMedia({ colorScheme: 'dark' })
    note('dark, narrow', await violationsOf(page))
    if (language === 'en' && !open) {
      await page.setViewportSize(WIDE)
      await page.keyboard.press('Tab')
      note('focus', await unseenFocus(page))
    }
    if (!status) note('console', complaints)
    return faults
  }

  it('is shown every page that there is', () => {
    const missing = routes().filter(([, pattern]) => !pages.states.some(({ path }) => pattern.test(path)))
    expect(missing.map(([route]) => route)).toEqual([])
    expect(routes().length).toBeGreaterThan(45)
  })

  it.each([
    ['public', 'en'],
    ['public', 'ar'],
    ['admin', 'en'],
    ['admin', 'ar'],
  ] as const)('can use every page (%s, %s)', { timeout: 900_000 }, async (as, language) => {
    const context = await contextFor(as, language)
    const opened = await openPage(context)
    const faults: string[] = []
    for (const state of pages.states.filter((one) => one.as === as))
      faults.push(...(await faultsOf(opened, state, language)))
    await context.close()
    expect(faults).toEqual([])
  })

  it('reads a statement in its own direction and letters', async () => {
    const context = await contextFor('public', 'en')
    const { page } = await openPage(context)
    const loaded = () =>
      page.evaluate(async () => {
        await document.fonts.ready
        return [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family)
      })
    await page.goto(`${inject('site')}/method`)
    expect((await loaded()).filter((family) => /Arabic/.test(family))).toEqual([])
    await page.goto(inject('site') + pages.arabic)
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
    const context = await contextFor('public', 'en')
    const { page } = await openPage(context)
    await page.emulateMedia({ forcedColors: 'active' })
    await page.goto(`${inject('site')}/method`)
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

  it('browses, filters, opens a claim and searches by keyboard alone', async () => {
    const context = await contextFor('public', 'en')
    const { page, complaints } = await openPage(context)
    const reach = async (what: ReturnType<Page['locator']>) => {
      for (let tabs = 0; tabs < 120; tabs++) {
        if (await what.evaluate((at) => at === document.activeElement)) return
        await page.keyboard.press('Tab')
      }
      throw new Error('The keyboard does not get there.')
    }
    await page.goto(`${inject('site')}/`)
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
