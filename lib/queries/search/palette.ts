import type { Database } from '../../db/client'
import type { Viewer } from '../../domain/actor'
import { hrefOf } from '../../domain/query'
import { fold } from '../../domain/repeats/fold'
import { isSought, type Sought, soughtIn } from '../../domain/search/sought'
import { savedViews } from '../kept-views'
import { findClaims } from './claims'
import { findNames } from './names'

/** Something to jump to. */
export interface Jump {
  href: string
  label: string
  /** What tells it from others of that name. */
  hint: string | null
}

/** What the palette offers of one kind; the kind is a key of the catalogue (`search.groups`). */
export interface JumpGroup {
  kind: 'views' | 'speakers' | 'sources' | 'topics' | 'claims'
  jumps: Jump[]
}

interface Asked {
  typed: string
  sought: Sought
}

type Offer = (db: Database, viewer: Viewer, asked: Asked) => Promise<JumpGroup>

const EACH = 5

/** The viewer's own views: all of a few while nothing is typed, then those whose names have what is typed. */
const views: Offer = async (db, viewer, { typed }) => {
  const wanted = fold(typed.trim())
  const saved = await savedViews(db, viewer)
  const jumps = saved
    .filter(({ name }) => fold(name).includes(wanted))
    .slice(0, EACH)
    .map(({ name, query }) => ({ href: hrefOf(query), label: name, hint: null }))
  return { kind: 'views', jumps }
}

const named =
  (kind: 'speaker' | 'source' | 'topic'): Offer =>
  async (db, viewer, { sought }) => {
    const found = await findNames(db, viewer, kind, sought, EACH)
    const jumps = found.map(({ slug, name, hint }) => ({ href: `/${kind}s/${slug}`, label: name, hint }))
    return { kind: `${kind}s`, jumps }
  }

const claims: Offer = async (db, viewer, { sought }) => {
  const { rows } = await findClaims(db, viewer, sought, EACH)
  const jumps = rows.map(({ slug, statement, speaker }) => ({
    href: `/claims/${slug}`,
    label: statement,
    hint: speaker?.name ?? null,
  }))
  return { kind: 'claims', jumps }
}

/** What is looked for in the ledger, in the order in which it is offered. */
const IN_LEDGER: readonly Offer[] = [named('speaker'), named('source'), named('topic'), claims]

/** What one may want to jump to while typing: the last word may go on. Groups without anything are left out. */
export const jumpsFor = async (db: Database, viewer: Viewer, typed: string): Promise<JumpGroup[]> => {
  const sought = soughtIn(typed, true)
  const offers = isSought(sought) ? [views, ...IN_LEDGER] : typed.trim() === '' ? [views] : []
  const groups = await Promise.all(offers.map((offer) => offer(db, viewer, { typed, sought })))
  return groups.filter(({ jumps }) => jumps.length > 0)
}
