/** Every page and state that somebody can be shown, on the served site, with what has to be recorded before. */
import { readdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { inject } from 'vitest'
import { commentOnClaim } from '../../lib/commands/claims/comments'
import { recordClaim } from '../../lib/commands/claims/record'
import { submitClaim, withdrawClaim } from '../../lib/commands/claims/workflow'
import { receiveFile } from '../../lib/commands/imports/files'
import { makeLink } from '../../lib/commands/one-time-links'
import { makeWebhook } from '../../lib/commands/webhooks/manage'
import type { Database } from '../../lib/db/client'
import { newId } from '../../lib/domain/ids'
import { must } from '../../seeds/must'
import { onSite, post, type SessionCookie, sessionCookie, signIn, type TestUser } from '../support/accounts'
import { edit } from '../support/claim-editors'
import { bytesOf, pieces } from '../support/import-file'

export interface State {
  path: string
  as: 'public' | 'admin'
  /** Answers other than 200 are complained of by the browser, and are right here. */
  status?: 404 | 410
  /** What is done on the page before it is looked at. */
  open?: (page: Page) => Promise<void>
}

const SYSTEM = { kind: 'system', name: 'tests' } as const

/** The addresses of all pages in app/, as patterns; those that only measurements ask for are left out. */
export const routes = (): [route: string, pattern: RegExp][] =>
  readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|[\\/])page\.tsx$/.test(file) && !file.startsWith('bench'))
    .map((file) => `/${file.replaceAll('\\', '/').replace(/\/?page\.tsx$/, '')}`)
    .map((route) => [route, new RegExp(`^${route.replace(/\[[^\]]+\]/g, '[^/?#]+')}(?:[?#]|$)`)])

/** A claim in review that was changed twice, once with a reason, and about which somebody is asked. */
const talkedOver = async (db: Database, user: TestUser): Promise<string> => {
  const actor = { kind: 'user', ...user } as const
  const statement = 'Somebody was said to have said what nobody else had heard anybody say before.'
  const { id, slug } = must(await recordClaim(db, SYSTEM, { statement, shelf: 'desk' }), 'claim')
  must(await edit(db, actor, id, { note: 'One note.', place: 'Alder' }, { reason: null }), 'edit')
  must(await edit(db, actor, id, { note: 'Another note.' }, { reason: 'It was wrong.' }), 'edit')
  must(await submitClaim(db, actor, { id, version: 3 }), 'submit')
  must(await commentOnClaim(db, actor, { claim: id, text: '@Ada Brandt who was it?' }), 'comment')
  return slug
}

/** What must be on record for the pages that are of one thing. */
const records = (user: TestUser) =>
  onSite(async (db) => {
    const link = await db.reader.link.findFirstOrThrow()
    const gone = must(await recordClaim(db, SYSTEM, { statement: `Withdrawn ${newId()}.` }), 'claim')
    must(
      await withdrawClaim(db, SYSTEM, { id: gone.id, version: 1, reason: 'It was said by nobody.' }),
      'gone',
    )
    // An Arabic statement in an English page, and the reverse on every other.
    const arabic = must(
      await recordClaim(db, SYSTEM, {
        statement: `قال المتحدث إن 40 شخصًا حضروا، ثم قال 50 (${newId()}).`,
        language: 'ar',
        quote: 'حضر 40 شخصًا',
        speaker: 'christopher-musto',
      }),
      'arabic',
    )
    const draft = must(await recordClaim(db, SYSTEM, { statement: 'A draft.', shelf: 'desk' }), 'draft')
    const talked = await talkedOver(db, user)
    const hook = must(await makeWebhook(db, SYSTEM, { url: 'https://hook.example/in' }), 'webhook')
    const invitation = { purpose: 'invite', email: `${newId()}@example.org`, role: 'editor' } as const
    const invite = must(await makeLink(db, SYSTEM, invitation), 'invitation')
    return {
      link: link.id,
      gone: gone.slug,
      arabic: arabic.slug,
      draft: draft.slug,
      talked,
      hook: hook.id,
      invite: invite.token,
    }
  })

const anImport = (user: TestUser) =>
  onSite(async (db) => {
    const file = { name: 'claims.csv', bytes: pieces(bytesOf('statement,speaker\nIt was so.,Ada\n'), 1_000) }
    const actor = { kind: 'user', ...user } as const
    const { id } = must(await receiveFile(db, actor, file), 'file')
    const reset = must(await makeLink(db, SYSTEM, { purpose: 'reset', userId: user.id }), 'reset')
    return { id, reset: reset.token }
  })

const CLAIM = '/claims/officials-arranged-prison-meetings'

/** All of them, and the session of the admin who sees those of the desk. */
export const everyPage = async (): Promise<{ states: State[]; session: SessionCookie }> => {
  const site = inject('site')
  const { cookie, user } = await signIn(site, 'admin', { name: 'Ada Brandt' })
  const at = await records(user)
  const { id: importId, reset } = await anImport(user)
  /** A form as it comes back with problems: where its post leads. */
  const refused = async (action: string, fields: Record<string, string>, as = cookie) =>
    (await post(site, action, fields, { cookie: as })).headers.get('location') ?? ''
  const problems = await Promise.all([
    refused('/desk/speakers/save', { name: '', kind: 'person' }),
    refused('/desk/sources/save', { title: '', kind: 'study' }),
    refused('/desk/links/save', { mode: 'cites' }),
    refused('/desk/claims/save', { statement: '', speechAct: 'assertion' }),
    refused('/desk/views/save', { name: '', query: 'status=unsourced' }),
    refused(`/desk/speakers/christopher-musto/save`, { name: '', version: '1', kind: 'person' }),
  ])
  const open: State[] = [
    '/',
    '/claims',
    '/claims?status=unsupported&speaker=christopher-musto',
    '/claims?speaker=nobody-of-this-name',
    '/claims?nonsense=1',
    CLAIM,
    '/claims/case-22',
    '/claims/most-deportees-have-no-record',
    `/claims/${at.arabic}`,
    `${CLAIM}/history`,
    `${CLAIM}/v/1`,
    '/compare',
    '/compare?a=christopher-musto&b=the-independent',
    '/matrix',
    '/method',
    '/accessibility',
    '/over-time',
    '/search',
    '/search?q=bukele',
    '/search?q=qqqqzzzz',
    '/speakers',
    '/speakers/times-sources',
    '/sources',
    '/sources/times-report',
    '/topics',
    '/topics/cecot',
    '/values/speaker',
    '/report?about=/claims',
    '/api',
    '/sign-in?error=wrong&next=/desk/people',
    '/sign-in/code',
    '/forgot',
    `/invite/${at.invite}`,
    `/reset/${reset}`,
    '/setup/of-no-use',
  ].map((path) => ({ path, as: 'public' }))
  const desk: State[] = [
    '/desk',
    '/desk/account',
    '/desk/archive',
    `/desk/claims/${at.draft}`,
    `/claims/${at.talked}`,
    `/claims/${at.talked}/history`,
    '/desk/claims/new',
    '/desk/claims/new?text=The+weir+held.&title=A+report&url=https%3A%2F%2Fnews.example%2Freport',
    '/desk/clip',
    '/desk/imports',
    `/desk/imports/${importId}`,
    '/desk/keys',
    `/desk/links/${at.link}`,
    '/desk/links/new',
    '/desk/log',
    '/desk/log?person=Nobody+of+that+name',
    '/desk/people',
    `/desk/people/${user.id}`,
    '/desk/reports',
    '/desk/scales',
    '/desk/sources/new',
    '/desk/sources/times-report/edit',
    '/desk/sources/times-report/status?to=retracted',
    '/desk/speakers/new?kind=person',
    '/desk/speakers/new?kind=organization',
    '/desk/speakers/new?kind=anonymous',
    '/desk/speakers/christopher-musto/edit',
    '/desk/speakers/christopher-musto/merge',
    '/desk/system',
    '/desk/topics/cecot/edit',
    '/desk/views',
    '/desk/webhooks',
    `/desk/webhooks/${at.hook}`,
    ...problems,
  ].map((path) => ({ path, as: 'admin' }))
  const opened: State[] = [
    { path: '/nothing-here', as: 'public', status: 404 },
    { path: `/claims/${at.gone}`, as: 'public', status: 410 },
    {
      path: '/method',
      as: 'public',
      open: async (page) => {
        // Until the page listens, keys do nothing.
        for (let tries = 0; tries < 40 && !(await page.getByRole('dialog').isVisible()); tries++) {
          await page.keyboard.press('Control+k')
          await page.waitForTimeout(250)
        }
        await page.getByRole('dialog').getByRole('combobox').fill('bukele')
        await page.getByRole('option').first().waitFor()
      },
    },
    {
      path: CLAIM,
      as: 'admin',
      open: (page) =>
        page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true))),
    },
  ]
  return { states: [...open, ...desk, ...opened], session: sessionCookie(cookie) }
}
