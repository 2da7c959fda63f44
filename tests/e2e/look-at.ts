/** One page as everybody meets it: axe-core, widths, zoom, focus, title, language, motion, and the console. */
import type { Page } from 'playwright-core'
import { inject } from 'vitest'
import { type openPage, violationsOf } from './browser'
import type { State } from './every-page'

export const WIDE = { width: 1280, height: 900 }
/** Wide, wide at 200 % (WCAG 1.4.4), a phone, and the narrowest that must do (WCAG 1.4.10). */
const WIDTHS = [WIDE.width, 640, 390, 320]

/** How a page is looked at by axe-core: wide in light, or 320 pixels narrow in the dark. */
export type Light = 'light' | 'dark'

/** Things that the keyboard reaches, one of each look, that are the same when it is there (WCAG 2.4.7). */
const unseenFocus = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const look = (element: Element) => {
      const { outline, boxShadow, borderColor } = getComputedStyle(element)
      return [outline, boxShadow, borderColor].join()
    }
    const all = document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex]',
    )
    const reached = [...all].filter(
      (element) => element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }),
    )
    const kinds = new Map(
      reached.map((at) => [`${at.tagName} ${at.className} ${at.parentElement?.className}`, at]),
    )
    return [...kinds.values()]
      .filter((element) => {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
        const before = look(element)
        element.focus({ preventScroll: true })
        return document.activeElement === element && look(element) === before
      })
      .map((element) => element.outerHTML.slice(0, 120))
  })

const sideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

/** All that is wrong with a page in one language. */
export const faultsOf = async (
  { page, complaints }: Awaited<ReturnType<typeof openPage>>,
  { path, status, open }: State,
  language: string,
  lights: readonly Light[],
): Promise<string[]> => {
  const faults: string[] = []
  const note = (where: string, found: string[]) =>
    faults.push(...found.map((fault) => `${path} (${language}) ${where}: ${fault}`))
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
  if (lights.includes('light')) note('light, wide', await violationsOf(page))
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: WIDE.height })
    if (await sideways(page)) note(`at ${width}`, ['sticks out sideways'])
  }
  await page.emulateMedia({ colorScheme: 'dark' })
  if (lights.includes('dark')) note('dark, narrow', await violationsOf(page))
  if (!open) {
    await page.setViewportSize(WIDE)
    await page.keyboard.press('Tab')
    note('focus', await unseenFocus(page))
  }
  if (!status) note('console', complaints)
  return faults
}
