import { editClaim } from '@/lib/commands/claims/edit'
import { changeEvidence } from '@/lib/commands/claims/evidence'
import { recordClaim } from '@/lib/commands/claims/record'
import {
  hideClaim,
  publishClaim,
  reopenClaim,
  returnClaim,
  submitClaim,
  withdrawClaim,
} from '@/lib/commands/claims/workflow'
import { type Context, stop } from '@/lib/commands/command'
import type { EditableClaim } from '@/lib/domain/claim-record'
import { newId } from '@/lib/domain/ids'
import { named } from '@/lib/queries/api-refs'
import { getEditable } from '@/lib/queries/claims/editable'
import { getClaim } from '@/lib/queries/claims/page'
import { claimData } from '@/lib/queries/data/claim'
import type { Call, Read, Readers, Writers } from '../call'
import { documentOf, here } from '../found'
import { listed } from '../lists'

const editable = async ({ db, viewer, part }: Call) => {
  const row = await named(db.reader, 'claim', part('claim'))
  return row && getEditable(db, viewer, row.slug)
}

const stored = ({
  id,
  slug,
  version,
  status,
}: {
  id: string
  slug: string
  version: number
  status: string
}) => ({
  id,
  slug,
  version,
  status,
})
const moved = ({
  id,
  slug,
  version,
  state,
}: {
  id: string
  slug: string
  version: number
  state: string
}) => ({
  id,
  slug,
  version,
  state,
})

/** Changes the evidence of the claim that a call is about. */
const withEvidence = async (
  context: Context,
  call: Call<{ reason?: string | null }>,
  change: (items: EditableClaim['evidence']) => EditableClaim['evidence'],
) => {
  const { id } = await here(context.tx, 'claim', call)
  const { reason } = call.body
  return stored(await changeEvidence(context, { id, version: call.version, reason }, change))
}

export const CLAIM_READS: Readers<'listClaims' | 'getClaim' | 'getClaimRecord' | 'listEvidence'> = {
  listClaims: (call) => listed('claims', call),
  getClaim: (call) => documentOf('claim', call, (slug) => getClaim(call.db, call.viewer, slug), claimData),
  getClaimRecord: async (call): Promise<Read> => {
    const claim = await editable(call)
    if (!claim) return { kind: 'missing' }
    const { id, slug, version, state, record } = claim
    return { kind: 'found', version, json: { id, slug, version, state, record } }
  },
  listEvidence: async (call): Promise<Read> => {
    const claim = await editable(call)
    if (!claim) return { kind: 'missing' }
    const { version, record } = claim
    return { kind: 'found', version, json: { version, data: record.evidence } }
  },
}

export const CLAIM_WRITES: Writers<
  | 'recordClaim'
  | 'editClaim'
  | 'addEvidence'
  | 'editEvidence'
  | 'submitClaim'
  | 'returnClaim'
  | 'publishClaim'
  | 'hideClaim'
  | 'withdrawClaim'
  | 'reopenClaim'
> = {
  recordClaim: async (context, { body: { publish, ...body }, caller }) => {
    if (publish && !caller.scopes.includes('publish'))
      stop({
        code: 'forbidden',
        field: 'publish',
        sentence: 'This key may not publish; leave `publish` out, or use a key that may.',
      })
    return stored(await recordClaim.within(context, { ...body, shelf: publish ? 'public' : 'desk' }))
  },
  editClaim: async (context, call) => {
    const { id } = await here(context.tx, 'claim', call)
    return stored(await editClaim.within(context, { ...call.body, id, version: call.version }))
  },
  addEvidence: async (context, call) => {
    const { reason: _why, ...body } = call.body
    const evidence = body.id ?? newId()
    const added = { ...body, id: evidence } as never
    return { ...(await withEvidence(context, call, (items) => [...items, added])), evidence }
  },
  editEvidence: async (context, call) => {
    const evidence = call.part('evidence')
    const { reason: _why, ...body } = call.body
    const changed = { ...body, id: evidence } as never
    const replace = (items: EditableClaim['evidence']) => {
      if (!items.some(({ id }) => id === evidence))
        stop({ code: 'not_found', sentence: 'This claim has no such item of evidence.' })
      return items.map((item) => (item.id === evidence ? changed : item))
    }
    return { ...(await withEvidence(context, call, replace)), evidence }
  },
  submitClaim: async (context, call) => {
    const { id } = await here(context.tx, 'claim', call)
    return moved(await submitClaim.within(context, { id, version: call.version }))
  },
  returnClaim: async (context, call) => {
    const { id } = await here(context.tx, 'claim', call)
    return moved(await returnClaim.within(context, { ...call.body, id, version: call.version }))
  },
  publishClaim: async (context, call) => {
    const { id } = await here(context.tx, 'claim', call)
    return moved(await publishClaim.within(context, { id, version: call.version }))
  },
  hideClaim: async (context, call) => {
    const { id } = await here(context.tx, 'claim', call)
    return moved(await hideClaim.within(context, { ...call.body, id, version: call.version }))
  },
  withdrawClaim: async (context, call) => {
    const { id } = await here(context.tx, 'claim', call)
    return moved(await withdrawClaim.within(context, { ...call.body, id, version: call.version }))
  },
  reopenClaim: async (context, call) => {
    const { id } = await here(context.tx, 'claim', call)
    return moved(await reopenClaim.within(context, { ...call.body, id, version: call.version }))
  },
}
