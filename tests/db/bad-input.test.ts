/** Files that are damaged, or made to do harm: a sentence for each, and nothing half done. */
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { csvRows } from '../../app/data/csv'
import { checkDerivation } from '../../lib/commands/check'
import { receiveFile } from '../../lib/commands/imports/files'
import { COLUMNS } from '../../lib/domain/data'
import { emptyQuery } from '../../lib/domain/query'
import { listClaimItems } from '../../lib/queries/claims/list'
import { claimItemData } from '../../lib/queries/data/claim'
import { describeDatabases } from '../support/databases'
import { bytesOf, pieces } from '../support/import-file'
import { imported } from '../support/import-run'
import { addUsers, admin, everything } from '../support/small-ledger'

const HARM = '=HYPERLINK("http://elsewhere.example","<script>alert(1)</script>")'
/** In every column that a claim may come from. */
const FIELDS =
  'id,statement,quote,speaker,role,date,venue,place,topics,note,language,act,source,rating,checker,checkerurl,reviewurl,reviewtitle,explanation'

const noise = (size: number): Buffer =>
  Buffer.from(Array.from({ length: size }, (_, i) => (i * 7919 + (i >> 3)) % 256))

describeDatabases('a file that is damaged or does harm', (open) => {
  it.each<[string, Buffer | string, string, RegExp]>([
    ['a zip', Buffer.concat([Buffer.from('PK\u0003\u0004'), noise(2_000)]), 'claims.csv', /Unpack it/],
    [
      'something compressed, however much is in it',
      gzipSync(Buffer.alloc(50_000_000)),
      'claims.csv',
      /compressed/,
    ],
    ['a program', Buffer.concat([Buffer.from('\u007fELF'), noise(5_000)]), 'claims.csv', /not text/],
    ['nothing', '', 'claims.json', /empty/],
    ['a page without claims', '<!doctype html><p>Hello</p>', 'claims.html', /no ClaimReview/],
    ['a table without rows', '\n\n', 'claims.csv', /nothing but spaces/],
  ])(
    'that is %s is refused with a sentence, and nothing of it stays',
    async (_what, content, name, sentence) => {
      const db = await open()
      await addUsers(db)
      const before = await everything(db)
      const bytes = pieces(typeof content === 'string' ? bytesOf(content) : content, 64 * 1024)
      const received = await receiveFile(db, admin, { name, bytes })
      // What a page holds is known when it is read.
      const said = received.ok
        ? (await imported(db, admin, { file: { name, text: String(content) } })).problems.join(' ')
        : received.refusal.sentence
      expect(said).toMatch(sentence)
      if (!received.ok) expect(await everything(db)).toEqual(before)
      expect(await db.reader.claim.count()).toBe(0)
    },
  )

  it('with formulas and scripts in every cell is text, and harmless again where it is given out', async () => {
    const db = await open()
    await addUsers(db)
    const cells = FIELDS.split(',').map((column) => {
      if (column === 'id') return '1'
      return column === 'date' ? '2024-03-01' : `"${HARM.replaceAll('"', '""')}"`
    })
    const text = `${FIELDS}\n${cells.join(',')}\n`
    const { report } = await imported(db, admin, { file: { name: 'harm.csv', text }, publish: true })
    expect(report).toMatchObject({ rows: 1, created: 1, skipped: 0 })
    const { rows } = await listClaimItems(db, { kind: 'public' }, emptyQuery())
    const item = claimItemData(rows[0] ?? expect.fail('no claim'), 'https://ledger.example')
    // Markup goes, and so does what it would run.
    expect(item.statement).not.toContain('<script')
    const table = csvRows(COLUMNS.claims, [item], { header: false, bom: false })
    expect(table).toContain("'=HYPERLINK")
    expect(table).not.toMatch(/(?:^|[,"])=/)
    expect((await checkDerivation(db)).wrong).toEqual([])
  })

  it('whose records refer to one another in a ring is recorded as far as it can be', async () => {
    const db = await open()
    await addUsers(db)
    const ring = (own: string, other: string) =>
      JSON.stringify({
        id: own,
        claim: `${own} is so.`,
        speaker: own,
        claims: [other],
        offices: [{ title: 'Head', org: other }],
      })
    const text = `${ring('Alpha', 'Beta')}\n${ring('Beta', 'Alpha')}\n${ring('Alpha', 'Alpha')}\n`
    const { report, problems } = await imported(db, admin, { file: { name: 'ring.jsonl', text } })
    expect(report.rows).toBe(3)
    expect(problems.length).toBeGreaterThan(0)
    expect((await checkDerivation(db)).wrong).toEqual([])
  })

  it('that is damaged in the middle leaves what came before it, and says from where on nothing was read', async () => {
    const db = await open()
    await addUsers(db)
    const rows = Array.from({ length: 900 }, (_, i) => JSON.stringify({ id: i, claim: `Claim ${i} is so.` }))
    const text = `[${rows.join(',')},{"id":900,"claim":"${'x'.repeat(10_500_000)}"}]`
    const { report, problems } = await imported(db, admin, { file: { name: 'long.json', text } })
    expect(report).toMatchObject({ rows: 900, created: 900 })
    expect(problems).toEqual([expect.stringMatching(/^901: .*longer than 10 million characters/)])
    expect((await checkDerivation(db)).wrong).toEqual([])
  })
})
