/** From each node back to those that lead to it: what items that walked together met each by itself. */
import type { Onward } from './onward'
import type { Visit } from './path'
import type { Side } from './types'

/** What an item met on its way, whether or not it is counted in the end. */
export const MET = { end: 1, origin: 2, untraced: 4, self: 8, dead: 16, recanted: 32 } as const

const NOTHING: readonly Visit[] = []

export class Backward {
  private readonly leading = new Map<Visit, Visit[]>()

  /** Carries what each node met to every node that leads to it; each is passed once for each bit at most. */
  constructor(onward: Onward, side: Side, visits: ReadonlyMap<string, Visit>) {
    const queue: Visit[] = []
    for (const visit of visits.values()) {
      if (visit.met !== 0) queue.push(visit)
      const links = onward.for(side, visit.id)
      for (const { to } of links) this.lead(visit, visits.get(to))
      if (links.length > 0) continue
      const maker = onward.speaks(side, visit.id)
      if (maker !== null) this.lead(visit, visits.get(maker))
    }
    for (let visit = queue.pop(); visit; visit = queue.pop())
      for (const from of this.to(visit))
        if ((from.met | visit.met) !== from.met) {
          from.met |= visit.met
          queue.push(from)
        }
  }

  private lead(from: Visit, to: Visit | undefined): void {
    if (!to) return
    const list = this.leading.get(to)
    if (list) list.push(from)
    else this.leading.set(to, [from])
  }

  /** The nodes that lead to this one. */
  to(visit: Visit): readonly Visit[] {
    return this.leading.get(visit) ?? NOTHING
  }
}
