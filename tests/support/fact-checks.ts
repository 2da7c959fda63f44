/** Verdicts on claims of every shelf, of two publishers and in two languages. */

import { recordClaim } from '../../lib/commands/claims/record'
import { recordReview, recordScale, withdrawReview } from '../../lib/commands/claims/reviews'
import { hideClaim } from '../../lib/commands/claims/workflow'
import { recordSpeaker } from '../../lib/commands/speakers'
import type { Database } from '../../lib/db/client'
import { must } from '../../seeds/must'
import { admin } from './small-ledger'

/** Writes them beside the small ledger; every statement has the word “permits”. */
export const addFactChecks = async (db: Database): Promise<void> => {
  must(
    await recordSpeaker(db, admin, { id: 'checkers', kind: 'organization', name: 'Faktencheck Heute' }),
    'checkers',
  )
  const scale = must(
    await recordScale(db, admin, { publisher: 'paper', name: 'Of five', best: 5, worst: 1, labels: [] }),
    'scale',
  )
  const claims = [
    { id: 'desk-claim', statement: 'Secret permits were sold.', shelf: 'desk' },
    { id: 'teaching-claim', statement: 'Invented permits were sold.', shelf: 'teaching' },
    { id: 'hidden-claim', statement: 'Hidden permits were sold.' },
    { id: 'unnamed-claim', statement: 'Unnamed people sold permits.', speaker: 'unnamed', saidOn: '2024-05' },
  ] as const
  for (const claim of claims) must(await recordClaim(db, admin, claim as never), claim.id)
  const paper = {
    reviewer: 'paper',
    url: 'https://www.alder.example/checks/1',
    scale: scale.id,
    ratingValue: 2,
  }
  const verdicts = [
    {
      claim: 'claim-found',
      ...paper,
      ratingText: 'Mostly false',
      title: 'Forty permits?',
      reviewedOn: '2025-03-04',
    },
    {
      claim: 'claim-found',
      reviewer: 'checkers',
      ratingText: 'Falsch',
      language: 'de-DE',
      reviewedOn: '2025-04-01',
      url: 'https://heute.example/x',
    },
    {
      claim: 'claim-said',
      reviewer: 'checkers',
      ratingText: 'Unbelegt',
      language: 'de',
      reviewedOn: '2026-11-20',
    },
    {
      claim: 'unnamed-claim',
      ...paper,
      ratingText: 'Half true',
      reviewedOn: '2025-01',
      url: 'http://alder.example',
    },
    {
      claim: 'claim-said',
      ...paper,
      ratingText: 'Secret draft verdict',
      reviewedOn: '2025-01-01',
      state: 'draft',
    },
    ...['desk-claim', 'teaching-claim', 'hidden-claim'].map((claim) => ({
      claim,
      ...paper,
      ratingText: 'Secret verdict',
      reviewedOn: '2026-01-01',
    })),
  ]
  for (const verdict of verdicts) must(await recordReview(db, admin, verdict as never), verdict.ratingText)
  const taken = must(
    await recordReview(db, admin, {
      claim: 'claim-said',
      ...paper,
      ratingText: 'Secret withdrawn verdict',
      reviewedOn: '2025-02-02',
    }),
    'withdrawn',
  )
  must(await withdrawReview(db, admin, { id: taken.id, version: 1, reason: 'A mistake.' }), 'withdraw')
  const hidden = await db.reader.claim.findUniqueOrThrow({ where: { id: 'hidden-claim' } })
  must(await hideClaim(db, admin, { id: hidden.id, version: hidden.version, reason: 'A reason.' }), 'hide')
}
