/** What commands refuse: each a value that names its field, and the database as it was. */
import { expect, it } from 'vitest'
import { recordClaim } from '../../lib/commands/claims/record'
import { recordLink } from '../../lib/commands/links'
import { changeAddress } from '../../lib/commands/rename'
import { recordSource, setSourceStatus } from '../../lib/commands/sources'
import { recordGroup, recordSpeaker } from '../../lib/commands/speakers'
import { recordTopic } from '../../lib/commands/topics'
import type { Database } from '../../lib/db/client'
import type { Actor } from '../../lib/domain/actor'
import type { RefusalCode } from '../../lib/domain/result'
import { describeDatabases } from '../support/databases'
import { addSmallLedger, admin, everything, userOf } from '../support/small-ledger'

type Run = (db: Database, actor: Actor) => Promise<{ ok: boolean }>
type Input = Record<string, unknown>

const speaker =
  (input: Input): Run =>
  (db, actor) =>
    recordSpeaker(db, actor, { kind: 'person', name: 'New', ...input } as never)
const source =
  (input: Input): Run =>
  (db, actor) =>
    recordSource(db, actor, { kind: 'news_report', title: 'New', ...input } as never)
const link =
  (input: Input): Run =>
  (db, actor) =>
    recordLink(db, actor, { from: 'memo', to: 'report', mode: 'cites', ...input } as never)
const claim =
  (input: Input): Run =>
  (db, actor) =>
    recordClaim(db, actor, { statement: 'A new claim.', speaker: 'other', ...input } as never)
const item = (input: Input): Run => claim({ evidence: [{ relation: 'supports', ...input }] })
const group =
  (input: Input): Run =>
  (db, actor) =>
    recordGroup(db, actor, { id: 'new', name: 'New', ...input } as never)
const topic =
  (input: Input): Run =>
  (db, actor) =>
    recordTopic(db, actor, { name: 'New', ...input } as never)
const status =
  (input: Input): Run =>
  (db, actor) =>
    setSourceStatus(db, actor, {
      id: 'report',
      version: 1,
      status: 'retracted',
      reason: 'A reason.',
      ...input,
    } as never)
const address =
  (input: Input): Run =>
  (db, actor) =>
    changeAddress(db, actor, {
      kind: 'claim',
      id: 'claim-said',
      version: 1,
      slug: 'fresh',
      ...input,
    } as never)

type Refused = [run: Run, code: RefusalCode, field?: string]

/** Every reference that an input can make, to something that is not recorded, or not of that kind. */
const UNKNOWN: Refused[] = [
  [speaker({ kind: 'anonymous', vouchedBy: 'nobody' }), 'invalid', 'vouchedBy'],
  [speaker({ kind: 'anonymous', vouchedBy: 'paper', affiliation: 'nobody' }), 'invalid', 'affiliation'],
  [
    speaker({ kind: 'anonymous', vouchedBy: 'paper', mayOverlap: ['unnamed', 'nobody'] }),
    'invalid',
    'mayOverlap.1',
  ],
  [speaker({ roles: [{ org: 'office' }, { org: 'nobody' }] }), 'invalid', 'roles.1.org'],
  [speaker({ roles: [{ org: 'report' }] }), 'invalid', 'roles.0.org'],
  [speaker({ kind: 'organization', group: 'nothing' }), 'invalid', 'group'],
  [source({ publisher: 'nobody' }), 'invalid', 'publisher'],
  [source({ publisher: 'register' }), 'invalid', 'publisher'],
  [source({ kind: 'dataset', issuer: 'nobody' }), 'invalid', 'issuer'],
  [link({ from: 'nothing' }), 'invalid', 'from'],
  [link({ to: 'nothing' }), 'invalid', 'to'],
  [link({ capacityOrg: 'nobody' }), 'invalid', 'capacityOrg'],
  [claim({ speaker: 'nobody' }), 'invalid', 'speaker'],
  [claim({ capacityOrg: 'nobody' }), 'invalid', 'capacityOrg'],
  [claim({ stakes: [{ party: 'nobody', stake: 'none' }] }), 'invalid', 'stakes.0.party'],
  [claim({ topics: ['housing', 'nothing'] }), 'invalid', 'topics.1'],
  [claim({ relations: [{ to: 'nothing', kind: 'denies' }] }), 'invalid', 'relations.0.to'],
  [claim({ appearances: [{ source: 'memo' }, { source: 'paper' }] }), 'invalid', 'appearances.1.source'],
  [claim({ links: [{ from: 'memo', to: 'nothing', mode: 'cites' }] }), 'invalid', 'links.0.to'],
  [
    claim({ links: [{ from: 'memo', to: 'report', mode: 'cites', capacityOrg: 'nobody' }] }),
    'invalid',
    'links.0.capacityOrg',
  ],
  [item({ target: 'nothing' }), 'invalid', 'evidence.0.target'],
  [item({ target: 'other', capacityOrg: 'nobody' }), 'invalid', 'evidence.0.capacityOrg'],
  [item({ target: 'other', vouchedBy: 'nobody' }), 'invalid', 'evidence.0.vouchedBy'],
  [status({ status: 'corrected', removesClaims: ['claim-said', 'nothing'] }), 'invalid', 'removesClaims.1'],
  [status({ id: 'nothing' }), 'not_found'],
  [address({ id: 'nothing' }), 'not_found'],
  [address({ kind: 'topic', id: 'claim-said' }), 'not_found'],
]

const DUPLICATE: Refused[] = [
  [speaker({ id: 'director' }), 'duplicate', 'id'],
  // Speakers and sources share one space of ids.
  [speaker({ id: 'report' }), 'duplicate', 'id'],
  [source({ id: 'report' }), 'duplicate', 'id'],
  [source({ id: 'director' }), 'duplicate', 'id'],
  [topic({ id: 'housing' }), 'duplicate', 'id'],
  [claim({ id: 'claim-said' }), 'duplicate', 'id'],
  [link({ id: 'link' }), 'duplicate', 'id'],
  [claim({ links: [{ id: 'link', from: 'memo', to: 'report', mode: 'cites' }] }), 'duplicate', 'links.0.id'],
  [item({ id: 'item', target: 'register' }), 'duplicate', 'evidence.0.id'],
  [
    claim({
      evidence: [
        { id: 'a', relation: 'supports' },
        { id: 'a', relation: 'contradicts' },
      ],
    }),
    'duplicate',
    'evidence.1.id',
  ],
  [
    claim({
      stakes: [
        { party: 'office', stake: 'none' },
        { party: 'office', stake: 'benefits' },
      ],
    }),
    'duplicate',
    'stakes.1.party',
  ],
  [
    claim({
      relations: [
        { to: 'claim-said', kind: 'denies' },
        { to: 'claim-said', kind: 'denies', note: 'Again.' },
      ],
    }),
    'duplicate',
    'relations.1.to',
  ],
]

const RULES: Refused[] = [
  [speaker({ kind: 'anonymous' }), 'invalid', 'vouchedBy'],
  [speaker({ kind: 'anonymous', vouchedBy: 'director' }), 'invalid', 'vouchedBy'],
  [speaker({ kind: 'anonymous', vouchedBy: 'paper', mayOverlap: ['other'] }), 'invalid', 'mayOverlap'],
  [
    speaker({ kind: 'anonymous', vouchedBy: 'paper', sameAs: ['https://example.org/who'] }),
    'invalid',
    'sameAs',
  ],
  [speaker({ kind: 'anonymous', vouchedBy: 'paper', roles: [{ org: 'office' }] }), 'invalid', 'roles'],
  [speaker({ roles: [{ org: 'director' }] }), 'invalid', 'roles'],
  [link({ from: 'unnamed', to: 'other', mode: 'attributes' }), 'invalid', 'to'],
  [claim({ links: [{ from: 'unnamed', to: 'other', mode: 'attributes' }] }), 'invalid', 'links.0.to'],
  [claim({ quote: 'one two three four five six seven eight nine ten eleven' }), 'invalid', 'quote'],
  [
    item({ excerpt: 'one two three four five six seven eight nine ten eleven' }),
    'invalid',
    'evidence.0.excerpt',
  ],
  [claim({ statement: ' \n ' }), 'invalid', 'statement'],
  [claim({ saidOn: '2025-02-30' }), 'invalid', 'saidOn'],
  [claim({ saidOn: 'yesterday' }), 'invalid', 'saidOn'],
  [source({ publishedAt: '31/12/2025' }), 'invalid', 'publishedAt'],
  [source({ url: 'javascript:alert(1)' }), 'invalid', 'url'],
  [source({ url: ' JaVaScRiPt:alert(1)' }), 'invalid', 'url'],
  [source({ canonicalUrl: 'data:text/html,<script>alert(1)</script>' }), 'invalid', 'canonicalUrl'],
  [speaker({ sameAs: ['https://example.org', 'javascript:alert(1)'] }), 'invalid', 'sameAs.1'],
  [source({ issuer: 'office' }), 'invalid', 'issuer'],
  // No text in either database can hold it, and one of them fails on it.
  [claim({ statement: 'A claim\u0000 cut short.' }), 'invalid', 'statement'],
  [claim({ statement: 'Half \uD800 a letter.' }), 'invalid', 'statement'],
  [claim({ note: 'A note\u0000' }), 'invalid', 'note'],
  [claim({ language: 'en\u0000' }), 'invalid', 'language'],
  [claim({ quoteSelector: { exact: 'a\u0000' } }), 'invalid', 'quoteSelector.exact'],
  [status({ reason: '' }), 'invalid', 'reason'],
  [address({ slug: 'Not An Address' }), 'invalid', 'slug'],
  [address({ slug: 'new' }), 'invalid', 'slug'],
]

const STALE: Refused[] = [
  [status({ version: 2 }), 'conflict'],
  [address({ version: 7, slug: 'another' }), 'conflict'],
]

const EVERY: Run[] = [
  speaker({}),
  source({}),
  link({}),
  claim({}),
  claim({ shelf: 'teaching' }),
  group({}),
  topic({}),
  status({}),
  address({ slug: 'another' }),
]

describeDatabases('a command refuses', (open) => {
  const refuses = async (cases: readonly Refused[], actor = admin) => {
    const db = await open()
    await addSmallLedger(db)
    const before = await everything(db)
    for (const [i, [run, code, field]] of cases.entries()) {
      const result = await run(db, actor)
      expect({ i, result }).toMatchObject({
        i,
        result: { ok: false, refusal: { code, sentence: expect.any(String), ...(field ? { field } : {}) } },
      })
      expect(await everything(db), String(i)).toEqual(before)
    }
  }

  it('what refers to something that is not recorded, and names the field', () => refuses(UNKNOWN))
  it('an id that is in use, and what says the same thing twice', () => refuses(DUPLICATE))
  it('what the rules of the record do not allow', () => refuses(RULES))
  it('a version that is not the current one', () => refuses(STALE))

  it('everything from a reader, and from a contributor all but a draft', async () => {
    const forbidden = EVERY.map((run): Refused => [run, 'forbidden'])
    await refuses(forbidden, { kind: 'public' })
    await refuses(forbidden, userOf('contributor'))
    await refuses([[claim({ shelf: 'desk' }), 'forbidden']], { kind: 'public' })
    const db = await open()
    await addSmallLedger(db)
    expect(await claim({ shelf: 'desk' })(db, userOf('contributor'))).toMatchObject({ ok: true })
    for (const run of EVERY) expect(await run(db, admin)).toMatchObject({ ok: true })
  })

  it('what was told off the record, and keeps nothing of it', async () => {
    const db = await open()
    await addSmallLedger(db)
    const before = await everything(db)
    for (const access of ['off_record', 'deep_background']) {
      const secret = { note: 'He met the xylophonist.', locator: 'In the xylotheque.', excerpt: 'xylem' }
      const result = await claim({
        statement: 'A xylic claim.',
        evidence: [
          { relation: 'supports', target: 'memo' },
          { relation: 'supports', target: 'other', basis: 'first_hand', access, ...secret },
        ],
      })(db, admin)
      expect(result).toMatchObject({
        ok: false,
        refusal: { code: 'refused_access', field: 'evidence.1.access' },
      })
      expect(JSON.stringify(result)).not.toMatch(/xyl/)
      const after = await everything(db)
      expect(after).toEqual(before)
      expect(JSON.stringify(after)).not.toMatch(/xyl/)
    }
  })

  it('a name on background, however far behind it the name stands', async () => {
    const db = await open()
    await addSmallLedger(db)
    const page = { id: 'page', kind: 'web_page', title: 'Another page' }
    expect(await source(page)(db, admin)).toMatchObject({ ok: true })
    expect(await link({ from: 'page', to: 'report' })(db, admin)).toMatchObject({ ok: true })
    const before = await everything(db)
    // Directly; behind a report that attributes it; behind a page that cites the report; by a link of the claim's own.
    for (const [target, links] of [
      ['other', []],
      ['report', []],
      ['page', []],
      ['memo', [{ from: 'memo', to: 'other', mode: 'attributes' }]],
    ]) {
      const evidence = [
        { relation: 'supports', target, access: 'on_background', basis: 'first_hand', note: 'xyl' },
      ]
      const result = await claim({ evidence, links })(db, admin)
      expect({ target, result }).toMatchObject({
        result: { ok: false, refusal: { code: 'refused_access', field: 'evidence' } },
      })
      const after = await everything(db)
      expect(after).toEqual(before)
      expect(JSON.stringify(after)).not.toContain('xyl')
    }
  })
})
