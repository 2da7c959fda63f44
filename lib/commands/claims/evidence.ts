/** Changes of single items of evidence: each is a change of the whole claim, from the claim's version. */
import type { EditableClaim } from '../../domain/claim-record'
import type { Context } from '../command'
import { type Edited, editClaim } from './edit'
import { loadClaim } from './subject'

type Items = EditableClaim['evidence']

/**
 * Changes the evidence of a claim within another command's transaction, and leaves the rest of it as it stands.
 * @param change makes the new list; what it adds is checked as in any edit
 */
export const changeEvidence = async (
  context: Context,
  { id, version, reason }: { id: string; version: number; reason?: string | null },
  change: (items: Items) => Items,
): Promise<Edited> => {
  const { record } = await loadClaim(context, { id })
  return editClaim.within(context, { ...record, evidence: change(record.evidence), id, version, reason })
}
