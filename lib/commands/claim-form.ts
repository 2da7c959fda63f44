/** A claim from the desk's form: what it names for the first time is recorded with it, or nothing is. */
import type { Database } from '../db/client'
import type { Actor } from '../domain/actor'
import type { Fresh } from '../domain/claim-form/fresh'
import type { ClaimInput } from '../domain/input/claim'
import type { Result } from '../domain/result'
import type { Shelf } from '../domain/vocabulary'
import { type Edited, editClaim } from './claims/edit'
import { recordClaim } from './claims/record'
import { type Context, inTransaction } from './command'
import { recordSource } from './sources'
import { recordSpeaker } from './speakers'
import { recordTopic } from './topics'

/** Records what a form names for the first time; on the desk until its claim is published. */
export const recordFresh = async (context: Context, fresh: readonly Fresh[], shelf: Shelf): Promise<void> => {
  for (const node of fresh)
    if (node.type === 'speaker') await recordSpeaker.within(context, { ...node.input, shelf })
    else if (node.type === 'source') await recordSource.within(context, { ...node.input, shelf })
    else await recordTopic.within(context, { ...node.input, id: node.id, shelf })
}

/** Records a draft of a claim with everything that it names for the first time. */
export const recordDraftClaim = (
  db: Database,
  actor: Actor,
  { fresh, claim }: { fresh: readonly Fresh[]; claim: ClaimInput },
): Promise<Result<{ id: string; slug: string; version: number; status: string }>> =>
  inTransaction(db, actor, async (context) => {
    await recordFresh(context, fresh, 'desk')
    return recordClaim.within(context, { ...claim, shelf: 'desk' })
  })

/** Changes a claim, with everything that the change names for the first time. */
export const changeClaim = (
  db: Database,
  actor: Actor,
  {
    fresh,
    claim,
    ...at
  }: { fresh: readonly Fresh[]; claim: ClaimInput; id: string; version: number; reason: string },
): Promise<Result<Edited>> =>
  inTransaction(db, actor, async (context) => {
    await recordFresh(context, fresh, 'desk')
    return editClaim.within(context, { ...claim, ...at })
  })
