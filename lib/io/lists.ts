/** Lists of records in a document, and things that stand by their names as others stand in a list. */
import { type Fields, isFields } from './at'

export interface List {
  at: string
  n: number
  /** The first record of it. */
  first: Fields
}

/** Deeper lists are parts of records, not records. */
const DEPTH = 6
/** Things by their names that are compared; all of them are alike, or it is one thing with parts. */
const COMPARED = 20

/** By how many of the fewer fields two records must agree to be of one kind. */
const ALIKE = 0.7

const areAlike = (a: Fields, b: Fields): boolean => {
  const [some, others] = [Object.keys(a), Object.keys(b)].toSorted((x, y) => x.length - y.length)
  return !!some?.length && some.filter((name) => others?.includes(name)).length >= some.length * ALIKE
}

const allAlike = ([first, ...others]: readonly Fields[]): boolean =>
  first !== undefined && others.length > 0 && others.every((other) => areAlike(first, other))

/** The first record of every list in what holds nothing but lists, by names and again by names; null where it holds more. */
const shelved = (value: unknown): Fields[] | null => {
  if (Array.isArray(value)) return value.filter(isFields).slice(0, 1)
  if (!isFields(value)) return null
  const parts = Object.values(value).slice(0, COMPARED).map(shelved)
  return parts.every((part) => part !== null) ? parts.flat() : null
}

/** Whether an object is many things of one kind by their names, as others are a list. */
const isByName = (value: Fields): boolean => {
  const things = Object.values(value).slice(0, COMPARED)
  return (things.every(isFields) && allAlike(things)) || allAlike(shelved(value) ?? [])
}

const merged = (lists: Iterable<List>): List[] => {
  const below = new Map<string, List>()
  for (const list of lists) {
    const known = below.get(list.at)
    if (known) known.n += list.n
    else below.set(list.at, list)
  }
  return [...below.values()]
}

/**
 * Lists of records in a document, the outer ones first.
 * @param shelf whether it is known already that things stand by their names here, however few
 */
export const listsIn = (value: unknown, at = '', depth = DEPTH, shelf = false): List[] => {
  if (depth === 0) return []
  const within = (name: string) => (at ? `${at}.${name}` : name)
  /** Of a step without a name where one ended before. */
  const each = (mark: '[]' | '{}') => (at === '' || /[\]}]$/.test(at) ? within(mark) : at + mark)
  const listOf = (place: string, things: readonly unknown[], shelved = false): List[] => {
    const records = things.filter(isFields)
    const [first] = records
    const below = merged(things.flatMap((thing) => listsIn(thing, place, depth - 1, shelved)))
    return first && !shelved ? [{ at: place, n: records.length, first }, ...below] : below
  }
  if (Array.isArray(value)) return value.some(isFields) ? listOf(each('[]'), value) : []
  if (!isFields(value)) return []
  if (shelf || isByName(value)) {
    const things = Object.values(value)
    return listOf(each('{}'), things, shelf || shelved(value) !== null)
  }
  return Object.entries(value).flatMap(([name, thing]) =>
    typeof thing === 'object' ? listsIn(thing, within(name), depth - 1) : [],
  )
}
