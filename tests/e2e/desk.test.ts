/** The desk, the log and a claim's history as they look: for everybody, on a phone too, and without a complaint. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { commentOnClaim } from '../../lib/commands/claims/comments'
import { recordClaim } from '../../lib/commands/claims/record'
import { submitClaim } from '../../lib/commands/claims/workflow'
import { newId } from '../../lib/domain/ids'
import { must } from '../../seeds/must'
import { onSite, sessionCookie, signIn } from '../support/accounts'
import { edit } from '../support/claim-editors'
import { expectAccessible, expectNoOverflow, hasBrowser, launch, openPage } from './browser'

const SCREENS = [
  { width: 1280, height: 900 },
  { width: 360, height: 780 },
]

describe.skipIf(!hasBrowser())('the desk and its pages', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())

  it('are accessible, fit a phone, and complain of nothing', async () => {
    const { cookie, user } = await signIn(inject('site'), 'reviewer')
    const actor = { kind: 'user', ...user } as const
    const id = newId()
    const system = { kind: 'system', name: 'tests' } as const
    const slug = await onSite(async (db) => {
      const statement = 'Somebody was said to have said what nobody else had heard anybody say before.'
      const claim = must(await recordClaim(db, system, { id, statement, shelf: 'desk' }), 'claim')
      must(await edit(db, actor, id, { note: 'One note.', place: 'Alder' }, { reason: null }), 'edit')
      must(await edit(db, actor, id, { note: 'Another note.' }, { reason: 'It was wrong.' }), 'edit')
      must(await submitClaim(db, system, { id, version: 3 }), 'submit')
      const admin = await signIn(inject('site'), 'admin')
      const text = `@${user.email.split('@')[0]} who was it?`
      must(await commentOnClaim(db, { kind: 'user', ...admin.user }, { claim: id, text }), 'comment')
      return claim.slug
    })
    for (const viewport of SCREENS)
      for (const path of ['/desk', '/desk/log', `/claims/${slug}/history`]) {
        const context = await browser.newContext({ viewport })
        await context.addCookies([{ ...sessionCookie(cookie), url: inject('site') }])
        const { page, complaints } = await openPage(context)
        await page.goto(inject('site') + path)
        await expectAccessible(page)
        await expectNoOverflow(page)
        expect(complaints, path).toEqual([])
        await context.close()
      }
  })
})
