/**
 * Who must not be named: a named speaker that only an item on background reaches, as evidence or anywhere along the
 * way from it (rules.md §2.2, "On background"). Computed on the graph, so that every part of the page agrees.
 */
import type { SourcingGraph } from '../../domain/sourcing/types'

const reach = (onward: Map<string, string[]>, starts: Iterable<string>): Set<string> => {
  const seen = new Set(starts)
  for (const at of seen) for (const to of onward.get(at) ?? []) seen.add(to)
  return seen
}

/** The ids of named speakers that this claim's page may not name. */
export const unnamedHere = (graph: SourcingGraph): Set<string> => {
  const onward = new Map<string, string[]>()
  for (const { from, to } of graph.links ?? []) onward.set(from, [...(onward.get(from) ?? []), to])
  const targets = (background: boolean) =>
    (graph.evidence ?? []).flatMap((e) =>
      e.target && (e.access === 'on_background') === background ? [e.target] : [],
    )
  const maker = graph.claim.speaker
  const open = reach(onward, [...(maker ? [maker] : []), ...(graph.claim.appearsIn ?? []), ...targets(false)])
  const speakers = new Map(Object.entries(graph.speakers ?? {}))
  const hidden = new Set<string>()
  for (const node of reach(onward, targets(true))) {
    const speaker = speakers.get(node)
    if (speaker && speaker.kind !== 'anonymous' && !open.has(node)) hidden.add(node)
  }
  return hidden
}
