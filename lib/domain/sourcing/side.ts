/** What one side of the evidence comes to: its walks, its origins, and what each item met. */
import type { Item } from './admit'
import { MET } from './backward'
import { isRoot } from './merge'
import type { Ground } from './onward'
import { count, type Origin } from './origins'
import type { OriginClass, Side } from './types'
import { Walk } from './walk'

export interface ItemResult {
  item: Item
  /** Bits of MET. */
  met: number
  /** Whether an origin is counted through it. */
  counted: boolean
}

const NO_WALKS: readonly Walk[] = []

/** The items of one side walk together, those on background by themselves. */
const walksOf = (side: Side, items: readonly Item[], ground: Ground, recanted: boolean): readonly Walk[] => {
  const open: Item[] = []
  const hidden: Item[] = []
  for (const item of items) if (item.side === side) (item.background ? hidden : open).push(item)
  if (open.length === 0 && hidden.length === 0) return NO_WALKS
  const walks: Walk[] = []
  if (open.length > 0) walks.push(new Walk(ground, open, recanted))
  if (hidden.length > 0) walks.push(new Walk(ground, hidden, recanted))
  return walks
}

export class SideResult {
  readonly walks: readonly Walk[]
  readonly origins: readonly Origin[]
  readonly proven: readonly Origin[]
  readonly tier: number
  readonly shown: number
  readonly items: ItemResult[] = []
  /** What all items met together. */
  met = 0
  /** Whether some item reached no end, and nothing retracted either. */
  circular = false

  constructor(side: Side, items: readonly Item[], ground: Ground, recanted: boolean) {
    this.walks = walksOf(side, items, ground, recanted)
    const { origins, proven, tier, shown } = count(this.walks, ground.parties)
    this.origins = origins
    this.proven = proven
    this.tier = tier
    this.shown = shown
    const through = origins.length > 1 ? new Set(origins.map((origin) => origin.end.item)) : null
    const only = origins[0]?.end.item
    for (const walk of this.walks)
      for (const item of walk.items) {
        const met = walk.metBy(item)
        this.items.push({ item, met, counted: through ? through.has(item) : only === item })
        this.met |= met
        if (!(met & (MET.end | MET.dead))) this.circular = true
      }
  }

  has(bit: number): boolean {
    return (this.met & bit) !== 0
  }

  hasProven(kind: OriginClass): boolean {
    for (const origin of this.proven) if (origin.class === kind) return true
    return false
  }

  /** Whether the maker contradicts its own claim and is not aligned (§2.4). */
  recants(): boolean {
    for (const { ends } of this.walks)
      for (const end of ends) if (end.isMaker && end.type === 'proven') return true
    return false
  }

  /**
   * Whether an adverse root is to be flagged (§2.4): also where §2.3 merges or drops it, a recanting maker's support
   * apart.
   * @param except a maker that has recanted never raises `contradicted_by_beneficiary`
   */
  isAdverse(except: string | null): boolean {
    for (const { ends } of this.walks)
      for (const end of ends) {
        if (!end.adverse || !isRoot(end) || end.dropped === 'recanted') continue
        if (except === null || end.speaker !== except) return true
      }
    return false
  }

  namesOnBackground(): boolean {
    for (const walk of this.walks) if (walk.namedOnBackground) return true
    return false
  }

  isUnverified(): boolean {
    for (const walk of this.walks) if (walk.unverified) return true
    return false
  }
}
