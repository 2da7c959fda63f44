import type { Tx } from '../db/client'
import { dependentsIn } from '../db/graph/dependents'
import { takeTurn } from '../db/turns'

/**
 * The claims that depend on any of these nodes, as `dependentsIn` finds them. Nobody else changes a claim until the
 * transaction has ended, so that none begins to depend on them meanwhile.
 */
export const dependentsOf = async (tx: Tx, nodeIds: readonly string[]): Promise<string[]> => {
  await takeTurn(tx)
  return dependentsIn(tx, nodeIds)
}
