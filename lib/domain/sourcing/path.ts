/** How a walk got to where it ends: paths that are compared without being written out, however long they are. */
import type { Item } from './admit'
import { smaller } from './order'
import type { OriginClass } from './types'

/** At most so many hops of a path are kept (§2, counted). */
const HOPS = 64

/** A node as a walk reached it first, by its smallest shortest path. */
export interface Visit {
  id: string
  parent: Visit | null
  depth: number
  /** The last node of its path that is shown, where the path is longer than that. */
  shown: Visit | null
  /** Its place among all nodes, and so among those of its depth, in the order of their paths. */
  order: number
  /** The first item, by id, among those that enter where its path begins. */
  item: Item
  met: number
}

export interface End {
  type: 'proven' | 'unproven' | 'self' | 'untraced'
  class: Exclude<OriginClass, 'unproven'>
  /** Null where it depends on who vouches for the item (see ./vouchers). */
  key: string | null
  /** The speaker reached; null for a document. */
  speaker: string | null
  isMaker: boolean
  adverse: boolean
  /** The node itself. */
  id: string
  /** The node that led here; null where an item's own target is the end. */
  from: Visit | null
  item: Item
  dropped: 'recanted' | 'merged' | null
  /** The path itself and its length, where it is not the one that leads to `from`. */
  trail: { ids: string[]; length: number } | null
}

/** The last node that is shown of a path that goes on from this visit. */
export const shownOf = (parent: Visit | null, depth: number): Visit | null =>
  depth < HOPS ? null : (parent?.shown ?? parent)

/** The ids from an item's target to an end. */
export const pathOf = ({ id, from, trail }: End): string[] => {
  if (trail) return trail.ids
  const ids = from && from.depth + 1 >= HOPS ? [] : [id]
  for (let visit = from?.shown ?? from; visit; visit = visit.parent) ids.push(visit.id)
  return ids.reverse()
}

/** The ids of a path that is followed from node to node. */
export const trailOf = <Node extends { id: string }>(
  start: Node,
  next: (node: Node) => Node | null,
  last: string,
): string[] => {
  const ids: string[] = []
  for (let node: Node | null = start; node && ids.length < HOPS; node = next(node)) ids.push(node.id)
  if (ids.length < HOPS) ids.push(last)
  return ids
}

const lengthOf = ({ from, trail }: End): number => trail?.length ?? (from ? from.depth + 1 : 0)

/** By the shortest path, then its ids, then the item's id, the open one first. */
export const nearer = (a: End, b: End): number =>
  lengthOf(a) - lengthOf(b) ||
  (inOneWalk(a, b) ? byOrder(a, b) : byPath(a, b)) ||
  smaller(a.item.id, b.item.id) ||
  Number(a.item.background) - Number(b.item.background)

/** The items of one side that are alike in access walk together. */
const inOneWalk = (a: End, b: End): boolean =>
  !a.trail && !b.trail && a.item.background === b.item.background && a.item.side === b.item.side

/** A walk takes its nodes in the order of their paths, so that no path has to be written out. */
const byOrder = (a: End, b: End): number =>
  (a.from && b.from ? a.from.order - b.from.order : 0) || smaller(a.id, b.id)

const byPath = (a: End, b: End): number => {
  const [x, y] = [pathOf(a), pathOf(b)]
  for (let i = 0; i < x.length; i++) {
    const order = smaller(x[i] ?? '', y[i] ?? '')
    if (order !== 0) return order
  }
  return 0
}
