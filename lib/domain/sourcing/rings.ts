/** Circular citation and inversions of time (§2.7), among the live nodes that items not on background reach. */
import { compareDates } from './dates'
import type { Onward } from './onward'
import { smaller } from './order'
import type { Parties } from './parties'
import type { Walk } from './walk'

/** Ids that can be asked for and gone through: a set, or the nodes of one walk. */
export type Ids = Pick<ReadonlyMap<string, unknown>, 'has' | 'keys'>

export interface Reached {
  ids: Ids
  /** Whether there may be a ring among them. */
  crossed: boolean
  /** Whether there may be a date among them. */
  dated: boolean
}

const NOTHING: Reached = { ids: new Map(), crossed: false, dated: false }

const openIn = (walks: readonly Walk[]): Walk | undefined => {
  const [first] = walks
  return first && !first.background ? first : undefined
}

/** Every id that an open item of either side reaches; each side has one walk of open items at most, its first. */
export const reachedOpenly = (support: readonly Walk[], against: readonly Walk[]): Reached => {
  const [a, b] = [openIn(support), openIn(against)]
  const one = a ?? b
  if (!one) return NOTHING
  if (!a || !b) return { ids: one.visits, crossed: one.crossed, dated: one.dated }
  const ids = new Set<string>(a.visits.keys())
  for (const id of b.visits.keys()) ids.add(id)
  return { ids, crossed: true, dated: a.dated || b.dated }
}

/** Whether a link between two reached sources goes to one published later. */
export const isTimeInverted = ({ ids, dated }: Reached, onward: Onward, parties: Parties): boolean => {
  if (!dated) return false
  for (const id of ids.keys()) {
    const published = parties.source(id)?.publishedAt
    if (!published) continue
    for (const { to } of onward.all(id))
      if (ids.has(to) && compareDates(parties.source(to)?.publishedAt, published) > 0) return true
  }
  return false
}

const NO_RINGS: string[][] = []

/** The rings among them, each sorted, in the order of their first ids. */
export const ringsIn = ({ ids, crossed }: Reached, onward: Onward): string[][] => {
  if (!crossed) return NO_RINGS.slice()
  const { rings } = new Search(ids, onward)
  return rings.sort((a, b) => smaller(a[0] ?? '', b[0] ?? ''))
}

interface Frame {
  id: string
  index: number
  /** The lowest index that it leads back to. */
  low: number
  /** How many of its links have been followed. */
  next: number
  /** Whether its ring is not yet closed. */
  open: boolean
}

/** Strongly connected components of more than one node, and self-loops: Tarjan's algorithm with a stack of its own. */
class Search {
  readonly rings: string[][] = []
  private readonly frames = new Map<string, Frame>()
  private readonly unclosed: Frame[] = []

  constructor(
    private readonly ids: Ids,
    private readonly onward: Onward,
  ) {
    // A node that leads nowhere, or nowhere that was reached, is in no ring.
    for (const id of ids.keys()) if (!this.frames.has(id) && onward.all(id).length > 0) this.from(id)
  }

  private enter(id: string): Frame {
    const index = this.frames.size
    const frame = { id, index, low: index, next: 0, open: true }
    this.frames.set(id, frame)
    this.unclosed.push(frame)
    return frame
  }

  private from(start: string): void {
    const path = [this.enter(start)]
    for (let frame = path.at(-1); frame; frame = path.at(-1)) {
      const link = this.onward.all(frame.id)[frame.next++]
      if (link === undefined) {
        path.pop()
        const parent = path.at(-1)
        if (parent && frame.low < parent.low) parent.low = frame.low
        if (frame.low === frame.index) this.close(frame)
      } else if (this.ids.has(link.to)) {
        const known = this.frames.get(link.to)
        if (!known) path.push(this.enter(link.to))
        else if (known.open && known.index < frame.low) frame.low = known.index
      }
    }
  }

  private close({ id }: Frame): void {
    const ring: string[] = []
    for (let member = this.unclosed.pop(); member; member = this.unclosed.pop()) {
      member.open = false
      ring.push(member.id)
      if (member.id === id) break
    }
    if (ring.length > 1 || this.onward.all(id).some((link) => link.to === id))
      this.rings.push(ring.sort(smaller))
  }
}
