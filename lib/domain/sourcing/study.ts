/** What a graph comes to before anything is decided: the parties, what is admitted, and the walks of both sides. */
import { type Admitted, admit } from './admit'
import { type Ground, groundOf } from './onward'
import { SideResult } from './side'
import type { SourcingGraph } from './types'

export interface Study {
  graph: SourcingGraph
  ground: Ground
  admitted: Admitted
  support: SideResult
  against: SideResult
  /** Whether the maker has taken the claim back. */
  recanted: boolean
}

export const study = (graph: SourcingGraph): Study => {
  const ground = groundOf(graph)
  const admitted = admit(graph, ground.parties)
  // A recantation is the one thing on this side that the other has to know of.
  const against = new SideResult('contradicts', admitted.items, ground, false)
  const recanted = against.recants()
  const support = new SideResult('supports', admitted.items, ground, recanted)
  return { graph, ground, admitted, support, against, recanted }
}
