/**
 * Every page for everybody. `npm run test:faults` looks at each in both languages, light and dark; `npm test` at each
 * once, by turns in one of the four.
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { hasBrowser, launch, openPage } from './browser'
import { everyPage, routes, type State } from './every-page'
import { faultsOf, type Light, WIDE } from './look-at'

const LANGUAGES = ['en', 'ar'] as const
const WAYS = LANGUAGES.flatMap((language) =>
  (['light', 'dark'] as const).map((light) => [language, light] as const),
)

/** In which lights a page is looked at in a language; none where it is not. */
const lightsOf = (index: number, language: string): Light[] =>
  WAYS.filter(([one], way) => one === language && (process.env.EVERY_WAY || index % WAYS.length === way)).map(
    ([, light]) => light,
  )

describe.skipIf(!hasBrowser())('everybody', () => {
  let browser: Browser
  let pages: Awaited<ReturnType<typeof everyPage>>
  beforeAll(async () => {
    browser = await launch()
    pages = await everyPage()
  })
  afterAll(() => browser?.close())

  it('is shown every page that there is', () => {
    const missing = routes().filter(([, pattern]) => !pages.states.some(({ path }) => pattern.test(path)))
    expect(missing.map(([route]) => route)).toEqual([])
    expect(routes().length).toBeGreaterThan(45)
  })

  it.each(
    (['public', 'admin'] as const).flatMap((as) => LANGUAGES.map((language) => [as, language] as const)),
  )('can use every page (%s, %s)', { timeout: 900_000 }, async (as: State['as'], language) => {
    const url = inject('site')
    const context = await browser.newContext({ viewport: WIDE, reducedMotion: 'reduce' })
    await context.addCookies([{ name: 'on-record.language', value: language, url }])
    if (as === 'admin') await context.addCookies([{ ...pages.session, url }])
    const opened = await openPage(context)
    const faults: string[] = []
    const states = pages.states.map((state, index) => ({ state, lights: lightsOf(index, language) }))
    for (const { state, lights } of states)
      if (state.as === as && lights.length > 0)
        faults.push(...(await faultsOf(opened, state, language, lights)))
    await context.close()
    expect(faults).toEqual([])
  })
})
