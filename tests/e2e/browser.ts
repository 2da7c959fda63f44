/** A real browser for the journeys: the Chromium, Chrome or Edge that the machine has. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core'
import { expect } from 'vitest'

const CANDIDATES = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** The browser's executable; null where there is none. */
export const browserPath = (): string | null => CANDIDATES.find((path) => path && existsSync(path)) ?? null

/** Whether the journeys can run. Without a browser they are skipped with one loud line, or fail where one is required. */
export const hasBrowser = (): boolean => {
  if (browserPath()) return true
  if (process.env.REQUIRE_BROWSER)
    throw new Error('REQUIRE_BROWSER is set, and no Chromium, Chrome or Edge was found.')
  process.stdout.write('JOURNEYS SKIPPED: no Chromium, Chrome or Edge was found; set CHROME_PATH to one.\n')
  return false
}

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: browserPath() as string,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })

/** A page that fails the test on any complaint in its console. */
export const openPage = async (context: BrowserContext): Promise<{ page: Page; complaints: string[] }> => {
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  return { page, complaints }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  id: string
  nodes: { html: string }[]
}

/** What axe-core finds against WCAG 2.2 A and AA and its best practices in what the page shows. */
export const violationsOf = async (page: Page): Promise<string[]> => {
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const axe = (
      window as unknown as {
        axe: { run(root: Document, options: object): Promise<{ violations: Violation[] }> }
      }
    ).axe
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    const { violations } = await axe.run(document, {
      runOnly: { type: 'tag', values: tags },
      // Of WCAG 2.2, and not run unless asked for.
      rules: { 'target-size': { enabled: true } },
    })
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map((node) => node.html.slice(0, 160))
          .join(' | ')}`,
    )
  })
}

/** WCAG 2.2 A and AA must hold. */
export const expectAccessible = async (page: Page): Promise<void> => {
  expect(await violationsOf(page)).toEqual([])
}

/** Moves with Tab until the keyboard is there, as who has no mouse does. @throws when it does not get there */
export const reach = async (what: Locator): Promise<void> => {
  for (let tabs = 0; tabs < 200; tabs++) {
    if (await what.evaluate((at) => at === document.activeElement)) return
    await what.page().keyboard.press('Tab')
  }
  throw new Error(`The keyboard does not get to ${what}.`)
}

/** Nothing sticks out sideways. */
export const expectNoOverflow = async (page: Page): Promise<void> => {
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBeLessThanOrEqual(0)
}
