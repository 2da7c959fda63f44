/** The links that exist for the claim, by where they start (§2.1, last paragraph), and what all walks share. */
import type { GraphLink, SourcingGraph } from './graph'
import { Parties } from './parties'
import { Stakes } from './stakes'
import type { Side } from './types'

const NO_LINKS: readonly GraphLink[] = []

export class Onward {
  private readonly byFrom: Map<string, GraphLink[]> | null
  private readonly appearsIn: Set<string> | null
  /** Those that exist for a contradicting item, where that was asked for. */
  private readonly against = new Map<string, readonly GraphLink[]>()

  constructor(
    graph: SourcingGraph,
    private readonly parties: Parties,
  ) {
    const { appearsIn, id } = graph.claim
    this.appearsIn = appearsIn && appearsIn.length > 0 ? new Set(appearsIn) : null
    const { links } = graph
    this.byFrom = links && links.length > 0 ? new Map() : null
    if (!links || !this.byFrom) return
    for (const link of links) {
      if (!link?.from || !link.to || (link.claimId && link.claimId !== id)) continue
      const list = this.byFrom.get(link.from)
      if (list) list.push(link)
      // An id in neither map has no links.
      else if (parties.speaker(link.from) || parties.source(link.from)) this.byFrom.set(link.from, [link])
    }
  }

  /** Every link that exists for the claim, whichever side asks: what rings are made of (§2.7). */
  all(id: string): readonly GraphLink[] {
    return this.byFrom?.get(id) ?? NO_LINKS
  }

  /** For a contradicting item, that the claim was made is no contradiction of it. */
  for(side: Side, id: string): readonly GraphLink[] {
    const links = this.byFrom?.get(id)
    if (!links) return NO_LINKS
    const { makerId } = this.parties
    if (side === 'supports' || makerId === null) return links
    const known = this.against.get(id)
    if (known) return known
    const own = this.isAppearance(id) && this.parties.source(id) !== undefined
    const existing = links.filter((link) => link.to !== makerId || !(link.claimId || own))
    this.against.set(id, existing)
    return existing
  }

  isAppearance(id: string): boolean {
    return this.appearsIn?.has(id) ?? false
  }

  /** Whom a record leads to that is the utterance itself: for a supporting item, the maker (§2.2). */
  speaks(side: Side, id: string): string | null {
    if (side !== 'supports' || !this.isAppearance(id)) return null
    const source = this.parties.source(id)
    return source && this.parties.isRecord(source) ? this.parties.makerId : null
  }
}

/** What the walks of one claim share. */
export interface Ground {
  graph: SourcingGraph
  parties: Parties
  stakes: Stakes
  onward: Onward
}

export const groundOf = (graph: SourcingGraph): Ground => {
  const parties = new Parties(graph)
  return { graph, parties, stakes: new Stakes(graph, parties), onward: new Onward(graph, parties) }
}
