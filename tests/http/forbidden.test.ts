/**
 * Who may not do it, cannot: every route that changes something, tried by everybody who may not, with a post that
 * would go through for somebody else. A route that is missing from the table fails the test.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { commentOnClaim } from '../../lib/commands/claims/comments'
import { recordClaim } from '../../lib/commands/claims/record'
import { receiveFile } from '../../lib/commands/imports/files'
import { recordLink } from '../../lib/commands/links'
import { recordSource } from '../../lib/commands/sources'
import { recordSpeaker } from '../../lib/commands/speakers'
import { recordTopic } from '../../lib/commands/topics'
import { saveView } from '../../lib/commands/views/saved'
import type { Database } from '../../lib/db/client'
import { must } from '../../seeds/must'
import { onSite, PASSWORD, post, signIn } from '../support/accounts'
import { pieces } from '../support/import-file'

const APP = fileURLToPath(new URL('../../app', import.meta.url))
const SYSTEM = { kind: 'system', name: 'tests' } as const
const site = () => inject('site')

/** Paths of all routes that take a post, with their parameters in brackets. */
const postRoutes = (): string[] =>
  readdirSync(APP, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('route.ts'))
    .filter((file) => /export (const|async function) POST/.test(readFileSync(join(APP, file), 'utf8')))
    .map((file) => `/${file.replaceAll('\\', '/').replace(/\/route\.ts$/, '')}`)
    .sort()

type Who = 'visitor' | 'contributor' | 'editor'
interface Row {
  route: string
  path: string
  fields: Record<string, string>
  /** Who may not. */
  not: Who[]
}

/** Ids of the records that the posts are about. */
const at = {
  claim: 'no-claim',
  draft: 'no-draft',
  speaker: 'no-speaker',
  other: 'no-other',
  paper: 'no-paper',
  source: 'no-source',
  topic: 'no-topic',
  proposed: 'no-proposed',
  proposer: 'no-proposer',
  link: 'no-link',
  job: 'no-job',
}
const slug: Record<string, string> = {}
let comment = ''
let user = ''
/** Kept by that user, so it is nobody else's to change. */
let view = ''
let file = ''

const version = { version: '1', reason: 'Because.' }
const link = (from: string, to: string) => ({
  'from.text': from,
  'to.text': to,
  basis: 'not_stated',
  capacity: 'personal',
})
const ALL: Who[] = ['visitor', 'contributor', 'editor']
const UP_TO_CONTRIBUTOR: Who[] = ['visitor', 'contributor']

const rows = (): Row[] => {
  const on = (kind: 'claims' | 'speakers' | 'sources' | 'topics', id: string, rest: string) => ({
    route: `/desk/${kind}/[slug]/${rest}`,
    path: `/desk/${kind}/${slug[id]}/${rest}`,
  })
  const claim = { id: at.claim, ...version }
  const move = on('claims', at.claim, 'move')
  return [
    { ...move, fields: { ...claim, do: 'hide' }, not: UP_TO_CONTRIBUTOR },
    { ...move, fields: { ...claim, do: 'withdraw' }, not: UP_TO_CONTRIBUTOR },
    {
      ...on('claims', at.draft, 'move'),
      fields: { id: at.draft, version: '1', do: 'publish' },
      not: ALL,
    },
    {
      ...on('claims', at.draft, 'move'),
      fields: { id: at.draft, version: '1', do: 'submit' },
      not: UP_TO_CONTRIBUTOR,
    },
    {
      ...on('claims', at.claim, 'comment'),
      fields: { id: at.claim, text: 'A word.' },
      not: UP_TO_CONTRIBUTOR,
    },
    { ...on('claims', at.claim, 'comment'), fields: { comment, do: 'resolve' }, not: UP_TO_CONTRIBUTOR },
    { ...on('claims', at.claim, 'override'), fields: { ...claim, status: 'contested' }, not: ALL },
    {
      ...on('claims', at.claim, 'review'),
      fields: { ...claim, reviewer: 'The Nowhere Post', ratingText: 'False', reviewedOn: '2025' },
      not: ALL,
    },
    {
      ...on('claims', at.claim, 'review'),
      fields: { ...claim, do: 'withdraw', review: 'no-review', reviewVersion: '1' },
      not: ALL,
    },
    {
      route: '/desk/scales/save',
      path: '/desk/scales/save',
      fields: { publisher: 'The Nowhere Post', name: 'Of five', best: '5', worst: '1' },
      not: ALL,
    },
    { ...on('claims', at.claim, 'restore'), fields: { ...claim, to: '1' }, not: UP_TO_CONTRIBUTOR },
    {
      route: '/desk/claims/save',
      path: '/desk/claims/save',
      fields: {
        ...version,
        claim: at.claim,
        slug: slug[at.claim] ?? '',
        statement: 'Changed.',
        do: 'record',
      },
      not: UP_TO_CONTRIBUTOR,
    },
    {
      route: '/desk/claims/save',
      path: '/desk/claims/save',
      fields: { statement: 'A statement of a visitor.', do: 'record' },
      not: ['visitor'],
    },
    {
      ...on('speakers', at.speaker, 'save'),
      fields: { ...version, kind: 'person', name: 'Renamed' },
      not: UP_TO_CONTRIBUTOR,
    },
    { ...on('speakers', at.speaker, 'withdraw'), fields: version, not: UP_TO_CONTRIBUTOR },
    {
      ...on('speakers', at.speaker, 'identity'),
      fields: { ...version, 'other.text': 'Nobody Other', kind: 'different' },
      not: UP_TO_CONTRIBUTOR,
    },
    {
      ...on('speakers', at.speaker, 'merge/run'),
      fields: { ...version, intoId: at.other, intoVersion: '1' },
      not: UP_TO_CONTRIBUTOR,
    },
    {
      ...on('speakers', at.speaker, 'merge/undo'),
      fields: { id: 'none', reason: 'Because.' },
      not: UP_TO_CONTRIBUTOR,
    },
    {
      route: '/desk/speakers/save',
      path: '/desk/speakers/save',
      fields: { kind: 'person', name: 'A new one' },
      not: ['visitor'],
    },
    {
      ...on('sources', at.source, 'save'),
      fields: { ...version, kind: 'news_report', title: 'Retitled' },
      not: UP_TO_CONTRIBUTOR,
    },
    { ...on('sources', at.source, 'withdraw'), fields: version, not: UP_TO_CONTRIBUTOR },
    {
      ...on('sources', at.source, 'status/set'),
      fields: { ...version, status: 'retracted' },
      not: UP_TO_CONTRIBUTOR,
    },
    {
      route: '/desk/sources/save',
      path: '/desk/sources/save',
      fields: { kind: 'news_report', title: 'A new one' },
      not: ['visitor'],
    },
    // What contributors proposed is for editors to put before readers, and for whoever made it to change.
    { ...on('sources', at.proposed, 'publish'), fields: { version: '1' }, not: UP_TO_CONTRIBUTOR },
    { ...on('speakers', at.proposer, 'publish'), fields: { version: '1' }, not: UP_TO_CONTRIBUTOR },
    {
      ...on('sources', at.proposed, 'save'),
      fields: { ...version, kind: 'news_report', title: 'Retitled' },
      not: UP_TO_CONTRIBUTOR,
    },
    { ...on('speakers', at.proposer, 'withdraw'), fields: version, not: UP_TO_CONTRIBUTOR },
    {
      ...on('speakers', at.speaker, 'restore'),
      fields: { ...version, id: at.speaker, to: '1' },
      not: UP_TO_CONTRIBUTOR,
    },
    {
      ...on('sources', at.source, 'restore'),
      fields: { ...version, id: at.source, to: '1' },
      not: UP_TO_CONTRIBUTOR,
    },
    { ...on('topics', at.topic, 'save'), fields: { ...version, name: 'Renamed' }, not: UP_TO_CONTRIBUTOR },
    {
      route: '/desk/links/[id]/save',
      path: `/desk/links/${at.link}/save`,
      fields: { ...version, ...link('Nowhere report', 'Nobody Special'), mode: 'cites' },
      not: UP_TO_CONTRIBUTOR,
    },
    {
      route: '/desk/links/[id]/withdraw',
      path: `/desk/links/${at.link}/withdraw`,
      fields: version,
      not: UP_TO_CONTRIBUTOR,
    },
    {
      route: '/desk/links/save',
      path: '/desk/links/save',
      fields: { ...link('Nowhere report', 'Nobody Other'), mode: 'quotes' },
      not: UP_TO_CONTRIBUTOR,
    },
    {
      route: '/desk/reports/answer',
      path: '/desk/reports/answer',
      fields: { id: 'no-report', was: 'open', answer: 'Thanks.' },
      not: UP_TO_CONTRIBUTOR,
    },
    {
      route: '/desk/people/invite',
      path: '/desk/people/invite',
      fields: { email: 'x@example.org', role: 'admin' },
      not: ALL,
    },
    {
      route: '/desk/people/role',
      path: '/desk/people/role',
      fields: { user, version: '1', role: 'admin' },
      not: ALL,
    },
    {
      route: '/desk/people/state',
      path: '/desk/people/state',
      fields: { user, version: '1', to: 'disabled' },
      not: ALL,
    },
    { route: '/desk/people/reset', path: '/desk/people/reset', fields: { user }, not: ALL },
    { route: '/desk/people/revoke', path: '/desk/people/revoke', fields: { link: 'no-link' }, not: ALL },
    {
      route: '/desk/jobs/retry',
      path: '/desk/jobs/retry',
      fields: { id: at.job, slug: slug[at.source] ?? '' },
      not: UP_TO_CONTRIBUTOR,
    },
    { route: '/desk/mentions', path: '/desk/mentions', fields: { comment }, not: ['visitor'] },
    { route: '/desk/imports/send', path: '/desk/imports/send', fields: {}, not: UP_TO_CONTRIBUTOR },
    {
      route: '/desk/imports/[id]/map',
      path: `/desk/imports/${file}/map`,
      fields: { do: 'check' },
      not: UP_TO_CONTRIBUTOR,
    },
    {
      route: '/desk/imports/[id]/move',
      path: `/desk/imports/${file}/move`,
      fields: { do: 'run' },
      not: UP_TO_CONTRIBUTOR,
    },
    {
      route: '/desk/account/name',
      path: '/desk/account/name',
      fields: { name: 'Visitor' },
      not: ['visitor'],
    },
    {
      route: '/desk/account/password',
      path: '/desk/account/password',
      fields: { current: PASSWORD, password: 'another passphrase' },
      not: ['visitor'],
    },
    ...['begin', 'confirm', 'codes', 'end'].map((step) => ({
      route: `/desk/account/second-step/${step}`,
      path: `/desk/account/second-step/${step}`,
      fields: { stepPassword: PASSWORD, code: '123456' },
      not: ['visitor'] as Who[],
    })),
    { route: '/desk/people/second-step', path: '/desk/people/second-step', fields: { user }, not: ALL },
    { route: '/desk/account/sessions', path: '/desk/account/sessions', fields: {}, not: ['visitor'] },
    {
      route: '/desk/account/keys/make',
      path: '/desk/account/keys/make',
      fields: { name: 'Mine', scopes: 'read' },
      not: ['visitor'],
    },
    {
      route: '/desk/account/keys/revoke',
      path: '/desk/account/keys/revoke',
      fields: { key: 'no-key' },
      not: ALL,
    },
    {
      route: '/desk/keys/make',
      path: '/desk/keys/make',
      fields: { owner: user, name: 'Theirs', scopes: 'read' },
      not: ALL,
    },
    { route: '/desk/keys/revoke', path: '/desk/keys/revoke', fields: { key: 'no-key' }, not: ALL },
    {
      route: '/desk/webhooks/add',
      path: '/desk/webhooks/add',
      fields: { url: 'https://hook.example', subjects: 'claim' },
      not: ALL,
    },
    {
      route: '/desk/webhooks/change',
      path: '/desk/webhooks/change',
      fields: { webhook: 'no-hook', version: '1', url: 'https://other.example', subjects: 'claim' },
      not: ALL,
    },
    {
      route: '/desk/webhooks/remove',
      path: '/desk/webhooks/remove',
      fields: { webhook: 'no-hook', version: '1' },
      not: ALL,
    },
    {
      route: '/desk/webhooks/again',
      path: '/desk/webhooks/again',
      fields: { webhook: 'no-hook', delivery: 'no-delivery' },
      not: ALL,
    },
    {
      route: '/desk/views/save',
      path: '/desk/views/save',
      fields: { name: 'A view', address: 'status=unsourced' },
      not: ['visitor'],
    },
    {
      route: '/desk/views/rename',
      path: '/desk/views/rename',
      fields: { id: view, version: '1', name: 'Renamed' },
      not: ALL,
    },
    { route: '/desk/views/remove', path: '/desk/views/remove', fields: { id: view }, not: ALL },
  ]
}

/** Open to everybody, each with tests of its own: signing in and out, one-time links, reports of readers, the API. */
const OPEN = [
  '/accept',
  '/api/v1/[[...path]]',
  '/forgot/submit',
  '/language',
  '/report/send',
  '/sign-in/code/submit',
  '/sign-in/submit',
  '/sign-out',
]

/** Everything that a post could have changed; drafts are the writer's own, and sessions are the tests'. */
const everything = async (db: Database) => {
  const { reader } = db
  const state = await Promise.all([
    reader.event.count(),
    reader.claim.findMany({
      select: { id: true, version: true, state: true, shelf: true },
      orderBy: { id: 'asc' },
    }),
    reader.speaker.findMany({ select: { id: true, version: true, shelf: true }, orderBy: { id: 'asc' } }),
    reader.source.findMany({ select: { id: true, version: true, shelf: true }, orderBy: { id: 'asc' } }),
    reader.topic.findMany({ select: { id: true, version: true }, orderBy: { id: 'asc' } }),
    reader.link.findMany({ select: { id: true, version: true, withdrawnAt: true }, orderBy: { id: 'asc' } }),
    reader.user.findMany({
      where: { id: user },
      select: { id: true, version: true, role: true, disabledAt: true, name: true },
    }),
    reader.comment.findMany({ select: { id: true, resolvedAt: true }, orderBy: { id: 'asc' } }),
    reader.mention.count({ where: { seenAt: null } }),
    reader.override.count(),
    reader.review.count(),
    reader.oneTimeLink.count(),
    reader.secondStep.findMany({ select: { userId: true, confirmedAt: true }, orderBy: { userId: 'asc' } }),
    reader.recoveryCode.count(),
    reader.job.findMany({ select: { id: true, state: true }, orderBy: { id: 'asc' } }),
    reader.report.count(),
    reader.import.count(),
    reader.savedView.findMany({ select: { name: true, withdrawnAt: true }, orderBy: { id: 'asc' } }),
    reader.apiKey.findMany({ select: { id: true, revokedAt: true }, orderBy: { id: 'asc' } }),
    reader.webhook.findMany({ select: { id: true, version: true }, orderBy: { id: 'asc' } }),
    reader.delivery.findMany({ where: { id: 'no-delivery' }, select: { state: true, attempts: true } }),
  ])
  return JSON.stringify(state)
}

const cookies: Record<Who, string | undefined> = {
  visitor: undefined,
  contributor: undefined,
  editor: undefined,
}

beforeAll(async () => {
  user = (await signIn(site(), 'reviewer', { name: 'Somebody Mentioned' })).user.id
  for (const role of ['contributor', 'editor'] as const) cookies[role] = (await signIn(site(), role)).cookie
  await onSite(async (db) => {
    const speaker = async (id: string, name: string, kind = 'person') => {
      slug[id] = must(await recordSpeaker(db, SYSTEM, { id, name, kind } as never), id).slug
    }
    await speaker(at.speaker, 'Nobody Special')
    await speaker(at.other, 'Nobody Other')
    await speaker(at.paper, 'The Nowhere Post', 'organization')
    slug[at.source] = must(
      await recordSource(db, SYSTEM, { id: at.source, kind: 'news_report', title: 'Nowhere report' }),
      at.source,
    ).slug
    const desk = { shelf: 'desk' } as const
    const proposed = { id: at.proposed, kind: 'news_report', title: 'Proposed report', ...desk } as const
    slug[at.proposed] = must(await recordSource(db, SYSTEM, proposed), at.proposed).slug
    const proposer = { id: at.proposer, kind: 'person', name: 'Proposed Person', ...desk } as const
    slug[at.proposer] = must(await recordSpeaker(db, SYSTEM, proposer), at.proposer).slug
    slug[at.topic] = must(await recordTopic(db, SYSTEM, { id: at.topic, name: 'Nowhere' }), at.topic).slug
    must(
      await recordLink(db, SYSTEM, { id: at.link, from: at.source, to: at.speaker, mode: 'quotes' }),
      at.link,
    )
    for (const [id, shelf] of [
      [at.claim, 'public'],
      [at.draft, 'desk'],
    ] as const)
      slug[id] = must(await recordClaim(db, SYSTEM, { id, statement: `Statement ${id}.`, shelf }), id).slug
    const job = { kind: 'unheard', input: '{}', byName: 'x', createdAt: new Date() }
    await db.writer.job.create({ data: { ...job, id: at.job, state: 'failed', subjectId: at.source } })
    const mentioned = { kind: 'user', id: user, name: 'Somebody Mentioned', role: 'reviewer' } as const
    comment = must(await commentOnClaim(db, mentioned, { claim: at.claim, text: 'A word.' }), 'comment').id
    const now = { createdAt: new Date() }
    await db.writer.apiKey.create({
      data: {
        id: 'no-key',
        ownerId: user,
        name: 'Theirs',
        prefix: '',
        keyHash: 'none',
        scopes: '[]',
        byName: '',
        ...now,
      },
    })
    const hook = { id: 'no-hook', url: 'https://hook.example', secret: '', subjects: '[]', byName: '' }
    await db.writer.webhook.create({ data: { ...hook, updatedAt: new Date(), ...now } })
    const delivery = { id: 'no-delivery', webhookId: 'no-hook', eventId: '', kind: '', state: 'failed' }
    await db.writer.delivery.create({ data: { ...delivery, nextAt: new Date(), ...now } })
    const bytes = pieces(Buffer.from('claim\nNothing is so.\n'))
    file = must(await receiveFile(db, SYSTEM, { name: 'nowhere.csv', bytes }), 'file').id
    view = must(await saveView(db, mentioned, { name: 'Theirs', address: 'status=circular' }), 'view').id
  })
})

describe('whoever may not', () => {
  it('finds every route that changes something in this table', () => {
    const known = new Set([...rows().map(({ route }) => route), ...OPEN])
    expect(postRoutes().filter((route) => !known.has(route))).toEqual([])
  })

  it.each(['visitor', 'contributor', 'editor'] as const)('changes nothing: %s', async (who) => {
    const tried: string[] = []
    for (const { route, path, fields, not } of rows()) {
      if (!not.includes(who)) continue
      const before = await onSite(everything)
      const cookie = cookies[who]
      const response = await post(site(), path, fields, cookie ? { cookie } : {})
      const leads = response.headers.get('location') ?? ''
      const about = `${who} ${path} ${JSON.stringify(fields)} → ${response.status} ${leads}`
      expect(await onSite(everything), about).toBe(before)
      // A refusal that is said, and not a page that was never there.
      expect([303, 403], about).toContain(response.status)
      if (who === 'visitor') expect(leads, about).toMatch(/^\/sign-in/)
      const draft = who === 'visitor' ? null : /draft=([a-z0-9]+)/.exec(leads)?.[1]
      if (draft) {
        const kept = await onSite((db) => db.reader.draft.findUnique({ where: { id: draft } }))
        expect(JSON.parse(kept?.refusal ?? '{}').code, about).toMatch(/^(forbidden|not_found)$/)
      }
      tried.push(route)
    }
    expect(tried.length).toBeGreaterThan(5)
  })

  it('is refused where a post comes from another site, whoever sends it', async () => {
    const { cookie } = await signIn(site(), 'admin')
    for (const { path, fields } of rows()) {
      const before = await onSite(everything)
      const response = await post(site(), path, fields, {
        cookie,
        headers: { Origin: 'https://elsewhere.example', 'Sec-Fetch-Site': 'cross-site' },
      })
      expect(response.status, path).toBe(403)
      expect(await onSite(everything), path).toBe(before)
    }
  })

  it('is told nothing by the desk’s answers to scripts', async () => {
    for (const path of [
      '/desk/suggest?takes=speaker&q=nobody',
      '/desk/repeats?q=Statement',
      `/desk/around?ids=${at.speaker}`,
      `/desk/chains?sources=${at.source}`,
    ]) {
      const text = await (await fetch(site() + path)).text()
      expect(text, path).not.toContain('Nobody Special')
      expect(text, path).not.toContain('Statement no-')
    }
  })
})
