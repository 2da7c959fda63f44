/** Circular citation and inversions of time (§2.7), among the live nodes that items not on background reach. */
import { compareDates } from './dates'
import type { Parties } from './parties'
import type { Onward, Walk } from './walk'

const smaller = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Ids that can be asked for and gone through: a set, or the nodes of one walk. */
export type Ids = Pick<ReadonlyMap<string, unknown>, 'has' | 'keys'>

const NONE: Ids = new Map()

/** Every id that an open item reaches, and whether there may be a ring, or a date, among them. */
export const openIds = (walks: readonly Walk[]): { ids: Ids; crossed: boolean; dated: boolean } => {
  const open = walks.filter((self) => !self.background)
  const dated = open.some((self) => self.dated)
  if (open.length < 2) return { ids: open[0]?.visits ?? NONE, crossed: open[0]?.crossed ?? false, dated }
  const ids = new Set<string>()
  for (const { visits } of open) for (const id of visits.keys()) ids.add(id)
  return { ids, crossed: true, dated }
}

/** Whether a link between two reached sources goes to one published later. */
export const timeInverted = (open: Ids, onward: Onward, parties: Parties): boolean => {
  for (const id of open.keys()) {
    const published = parties.source(id)?.publishedAt
    if (!published) continue
    for (const { to } of onward.all(id))
      if (open.has(to) && compareDates(parties.source(to)?.publishedAt, published) > 0) return true
  }
  return false
}

interface Frame {
  id: string
  next: number
}

/** Strongly connected components of more than one node, and self-loops: Tarjan's algorithm with a stack of its own. */
export const findRings = (open: Ids, onward: Onward): string[][] => {
  const rings: string[][] = []
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const onStack = new Set<string>()
  const stack: string[] = []
  const enter = (id: string): Frame => {
    index.set(id, index.size)
    low.set(id, index.size - 1)
    stack.push(id)
    onStack.add(id)
    return { id, next: 0 }
  }
  const lower = (id: string, value: number) => {
    if (value < (low.get(id) ?? 0)) low.set(id, value)
  }
  const close = (id: string) => {
    const ring: string[] = []
    for (;;) {
      const member = stack.pop() as string
      onStack.delete(member)
      ring.push(member)
      if (member === id) break
    }
    if (ring.length > 1 || onward.all(id).some((link) => link.to === id)) rings.push(ring.sort(smaller))
  }
  for (const start of open.keys()) {
    // A node that leads nowhere, or nowhere that was reached, is in no ring.
    if (index.has(start) || onward.all(start).length === 0) continue
    const frames: Frame[] = [enter(start)]
    for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
      const link = onward.all(frame.id)[frame.next++]
      if (link === undefined) {
        frames.pop()
        const parent = frames.at(-1)
        if (parent) lower(parent.id, low.get(frame.id) ?? 0)
        if (low.get(frame.id) === index.get(frame.id)) close(frame.id)
      } else if (!open.has(link.to)) continue
      else if (!index.has(link.to)) frames.push(enter(link.to))
      else if (onStack.has(link.to)) lower(frame.id, index.get(link.to) ?? 0)
    }
  }
  return rings.sort((a, b) => smaller(a[0] ?? '', b[0] ?? ''))
}
