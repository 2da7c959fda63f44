/** Every version of a claim stands at an address of its own, for good. */
import { expect, it } from 'vitest'
import { recordClaim } from '../../lib/commands/claims/record'
import { changeAddress } from '../../lib/commands/rename'
import { setSourceStatus } from '../../lib/commands/sources'
import { getClaimVersion } from '../../lib/queries/claims/version'
import { must } from '../../seeds/must'
import { describeDatabases } from '../support/databases'
import { addSmallLedger, admin } from '../support/small-ledger'

const reader = { kind: 'public' } as const
/** Later than the ledger was recorded, and apart. */
const at = (minute: number) => new Date(Date.now() + minute * 60_000)

describeDatabases('a version of a claim', (open) => {
  it('is the claim as it then stood, with the status that it then had', async () => {
    const db = await open()
    await addSmallLedger(db)
    const first = 'the-office-granted-forty-permits'
    const version = (slug: string, n: number) => getClaimVersion(db, reader, slug, n)
    const one = await version(first, 1)
    expect(one).toMatchObject({
      kind: 'found',
      page: {
        slug: first,
        version: 1,
        current: 1,
        statement: 'The office granted forty permits.',
        quote: null,
        speaker: { slug: 'ada-brandt', name: 'Ada Brandt' },
        saidOn: '2024-05-01',
        speechAct: 'assertion',
        basis: 'not_stated',
        actor: 'An admin',
        reason: null,
      },
    })
    const before = one.kind === 'found' ? one.page.status : ''

    const rename = {
      kind: 'claim' as const,
      id: 'claim-found',
      version: 1,
      slug: 'forty',
      reason: 'Shorter.',
    }
    must(await changeAddress(db, admin, rename, at(1)), 'address')
    const retraction = { id: 'register', version: 1, status: 'retracted' as const, reason: 'Forged.' }
    const { moved } = must(await setSourceStatus(db, admin, retraction, at(2)), 'status')
    const after = moved.find(({ claimId }) => claimId === 'claim-found')?.after
    expect(after).not.toBe(before)

    const place = { slug: 'forty', current: 2, statement: 'The office granted forty permits.' }
    expect(await version('forty', 1)).toMatchObject({
      kind: 'found',
      page: { ...place, version: 1, status: before, reason: null },
    })
    expect(await version('forty', 2)).toMatchObject({
      kind: 'found',
      page: { ...place, version: 2, status: after, reason: 'Shorter.', saidOn: '2024-05-01' },
    })
    expect(await version(first, 1)).toEqual({ kind: 'moved', slug: 'forty' })
  })

  it('is missing where there never was one, and of a claim that readers may not see', async () => {
    const db = await open()
    await addSmallLedger(db)
    const draft = { statement: 'A draft.', slug: 'draft', speaker: 'other', shelf: 'desk' as const }
    must(await recordClaim(db, admin, draft), 'draft')
    const first = 'the-office-granted-forty-permits'
    for (const n of [0, -1, 2, 1.5, 1_000_000, Number.NaN])
      expect(await getClaimVersion(db, reader, first, n)).toEqual({ kind: 'missing' })
    expect(await getClaimVersion(db, reader, 'nothing', 1)).toEqual({ kind: 'missing' })
    expect(await getClaimVersion(db, reader, 'draft', 1)).toEqual({ kind: 'missing' })
  })
})
