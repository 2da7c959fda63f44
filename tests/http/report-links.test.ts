/** Every page that readers find leads to where an error in it is reported, with its address. */
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, inject, it } from 'vitest'

const APP = fileURLToPath(new URL('../../app', import.meta.url))

/** A view of each page, and what of it is in its link; more than one where the address says more. */
const VIEWS: Record<string, string[]> = {
  '/': ['/'],
  '/accessibility': ['/accessibility'],
  '/api': ['/api'],
  '/claims': ['/claims', '/claims?status=unsupported&sort=-originsCount'],
  '/claims/[slug]': ['/claims/musto-says-bukele-has-access'],
  '/claims/[slug]/history': ['/claims/musto-says-bukele-has-access/history'],
  '/claims/[slug]/v/[version]': ['/claims/musto-says-bukele-has-access/v/1'],
  '/compare': ['/compare?speaker=christopher-musto&speaker=nayib-bukele'],
  '/desk/log': ['/desk/log', '/desk/log?kind=source'],
  '/matrix': ['/matrix', '/matrix?topic=cecot'],
  '/method': ['/method'],
  '/over-time': ['/over-time?topic=cecot'],
  '/search': ['/search?q=pact'],
  '/sources': ['/sources', '/sources?kind=news_report'],
  '/sources/[slug]': ['/sources/profile-of-carlos-marroquin-chica'],
  '/speakers': ['/speakers', '/speakers?kind=organization'],
  '/speakers/[slug]': ['/speakers/christopher-musto'],
  '/topics': ['/topics'],
  '/topics/[slug]': ['/topics/cecot'],
  '/values/[facet]': ['/values/speaker?topic=cecot'],
}

/** Of accounts, of measuring, and the form of the report itself: nothing of the ledger stands on them. */
const OTHERS = /^\/(bench|desk|forgot|invite|report|reset|setup|sign-in)(\/|$)/

it('finds every page of the ledger in this table', () => {
  const pages = readdirSync(APP, { recursive: true, encoding: 'utf8' })
    .map((file) => `/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('/page.tsx'))
    .map((file) => file.replace(/\/page\.tsx$/, '') || '/')
  expect(pages.filter((page) => !(page in VIEWS) && !OTHERS.test(page))).toEqual([])
})

it.each(Object.values(VIEWS).flat())('leads from %s to a report about it', async (view) => {
  const site = inject('readingSite')
  const response = await fetch(site + view)
  expect(response.status).toBe(200)
  const found = /href="(\/report\?about=[^"]*)"/.exec(await response.text())?.[1]?.replaceAll('&amp;', '&')
  expect(found).toBeDefined()
  const asked = new URL(found ?? '/', site)
  const seen = new URL(asked.searchParams.get('about') ?? '', site)
  expect(seen.pathname).toBe(new URL(view, site).pathname)
  for (const [name, value] of new URL(view, site).searchParams)
    if (name !== 'sort') expect(seen.searchParams.getAll(name), name).toContain(value)
  const form = await (await fetch(asked)).text()
  expect(form).toContain('action="/report/send"')
})
