/** What was told off the record goes through no door: afterwards it stands nowhere in the whole database. */
import { expect, it } from 'vitest'
import { changeClaim, recordDraftClaim } from '../../lib/commands/claim-form'
import { recordClaim } from '../../lib/commands/claims/record'
import { saveDraft } from '../../lib/commands/drafts'
import { receiveFile } from '../../lib/commands/imports/files'
import type { Database } from '../../lib/db/client'
import { Prisma } from '../../lib/db/generated/sqlite/client'
import { claimFormOf, claimFormValues } from '../../lib/domain/claim-form/form'
import { withoutRefused } from '../../lib/domain/claim-form/refused'
import { REFUSED_ACCESS } from '../../lib/domain/vocabulary'
import { must } from '../../seeds/must'
import { describeDatabases } from '../support/databases'
import { addSmallLedger, userOf } from '../support/small-ledger'

const MARK = 'the-lantern-under-the-third-stair'

/** Every value of every table, as one text; bytes are read as letters. */
const wholeDatabase = async ({ reader }: Database): Promise<string> => {
  const texts: string[] = []
  for (const model of Object.values(Prisma.ModelName)) {
    const name = `${model[0]?.toLowerCase()}${model.slice(1)}`
    const table = (reader as unknown as Record<string, { findMany: () => Promise<object[]> }>)[name]
    for (const row of (await table?.findMany()) ?? [])
      texts.push(
        JSON.stringify(row, (_, value) =>
          value instanceof Uint8Array
            ? Buffer.from(value).toString('latin1')
            : typeof value === 'bigint'
              ? `${value}`
              : value,
        ),
      )
  }
  return texts.join('\n')
}

describeDatabases('what was told off the record', (open) => {
  it.each(REFUSED_ACCESS)('is kept nowhere: %s', async (access) => {
    const db = await open()
    await addSmallLedger(db)
    const editor = userOf('editor')
    const evidence = [{ relation: 'supports', access, note: MARK, excerpt: MARK, locator: MARK }]
    const claim = { statement: 'Something was said.', evidence } as never
    const answers: unknown[] = [
      await recordClaim(db, editor, claim),
      await recordDraftClaim(db, editor, { fresh: [], claim } as never),
    ]
    const found = await db.reader.claim.findFirstOrThrow()
    answers.push(
      await changeClaim(db, editor, {
        fresh: [],
        claim,
        id: found.id,
        version: found.version,
        reason: 'More is known.',
      } as never),
    )
    for (const text of [
      `statement,access,note\nA thing.,${access},${MARK}\n`,
      JSON.stringify([{ statement: 'A thing.', access, note: MARK }]),
    ])
      answers.push(
        await receiveFile(db, editor, {
          name: 'claims.csv',
          bytes: (async function* () {
            yield Buffer.from(text)
          })(),
        }),
      )
    for (const answer of answers) expect(answer).toMatchObject({ ok: false })
    // A refusal says what is wrong, and not what was written.
    expect(JSON.stringify(answers)).not.toContain(MARK)
    const form = claimFormOf({
      statement: ['Something was said.'],
      'evidence.0.relation': ['supports'],
      'evidence.0.access': [access],
      'evidence.0.note': [MARK],
      'evidence.0.excerpt': [MARK],
      'evidence.0.target.text': [MARK],
    })
    const kept = withoutRefused(form)
    expect(kept.problems).toHaveLength(1)
    await saveDraft(db, editor, { kind: 'claim', title: 'A draft', form: claimFormValues(kept.form) })

    const everything = await wholeDatabase(db)
    expect(everything).toContain('A draft')
    expect(everything).not.toContain(MARK)
  })

  it('would be found by this test where it was kept', async () => {
    const db = await open()
    const system = { kind: 'system', name: 'tests' } as const
    must(await recordClaim(db, system, { statement: `Said ${MARK}.` }), 'claim')
    expect(await wholeDatabase(db)).toContain(MARK)
  })
})
