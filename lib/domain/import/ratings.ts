/** Verdicts of others: their words through the importer's table, their numbers on their own scales. */
import type { ImportProfile } from './profile'

const fold = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

type Table = ImportProfile['ratings']

/** Tables are made once for a file and asked for each of its rows. */
const indexes = new WeakMap<Table, Map<string, string>>()
const keyOf = (publisher: string, from: string) => `${fold(publisher)}\n${fold(from)}`

const indexOf = (table: Table): Map<string, string> => {
  let index = indexes.get(table)
  if (!index)
    indexes.set(
      table,
      (index = new Map(table.map(({ publisher, from, to }) => [keyOf(publisher, from), to]))),
    )
  return index
}

/** @returns what the word becomes: as it is where no row of the table is about it; empty where it is left out */
export const ratingFor = (table: Table, publisher: string, from: string): string => {
  const index = indexOf(table)
  return index.get(keyOf(publisher, from)) ?? index.get(keyOf('', from)) ?? from
}

/** A verdict that is given as an explanation, and no word: it is what its title or summary says. */
export const UNRATED = 'Not rated'
/** As long as a verdict may be (lib/domain/input/review.ts). */
export const MAX_RATING = 200

export interface Scaled {
  value: number | null
  best: number | null
  worst: number | null
}

/** schema.org's own ends, where a file gives only one. */
const DEFAULT_WORST = 1

/**
 * A number with the ends of its scale. Publishers write −1/−1/−1 for "no number", and some count from the best down:
 * a scale may run either way, but has two ends, and the number lies between them.
 */
export const scaled = ({ value, best, worst }: Scaled): Scaled => {
  const end = worst ?? (best === null ? null : DEFAULT_WORST)
  if (value === null || best === null || end === null || best === end)
    return { value: null, best: null, worst: null }
  const within = value >= Math.min(best, end) && value <= Math.max(best, end)
  return within ? { value, best, worst: end } : { value: null, best: null, worst: null }
}

/** A verdict that is given as a number alone, in words: the ends are said where the scale does not simply count up. */
export const numberWord = ({ value, best, worst }: Scaled): string => {
  if (value === null || best === null || worst === null) return UNRATED
  return best > worst ? `${value} of ${best}` : `${value} (best ${best}, worst ${worst})`
}
