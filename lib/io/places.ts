/** Which list of a document holds its records. */
import { folded, hasStatement, saysStatement } from '../domain/import/columns'
import { type Fields, isFields } from './at'
import { type List, listsIn } from './lists'

/** Lists whose records are about claims by their known names, wherever they stand. */
const KNOWN = [
  'datafeedelement',
  'claims',
  'graph',
  'promises',
  'statements',
  'factchecks',
  'items',
  'results',
  'data',
  'records',
  'rows',
]
const isKnownName = (name: string): boolean => KNOWN.includes(folded(name))
const isKnown = ({ at }: List) => isKnownName(at.split('.').at(-1) ?? '')
const isReview = ({ first }: List) =>
  /ClaimReview|DataFeedItem/.test(String(first['@type'] ?? first.type ?? ''))

/** Fields of a record that hold one value. */
const singles = (record: Fields): string[] =>
  Object.keys(record).filter((name) => record[name] === null || typeof record[name] !== 'object')

/** How deep a thing may be wrapped. */
const DEPTH = 4

const depth = ({ at }: List) => at.split(/[[{]/).length

/** A list of sentences, or of rows: it holds no things with fields, so only its name tells. */
const bare = (value: unknown): string | undefined => {
  if (Array.isArray(value)) return '[]'
  if (!isFields(value)) return undefined
  const [name] = Object.entries(value).find(([each, list]) => isKnownName(each) && Array.isArray(list)) ?? []
  return name === undefined ? undefined : `${name}[]`
}

const isOne = (value: unknown): value is Fields => {
  if (!isFields(value)) return false
  const { '@type': type, type: plain } = value
  if (String(type ?? plain ?? '').includes('ClaimReview')) return true
  return saysStatement(singles(value))
}

/** What stands at a place below a thing, as the whole path to it: the first that passes. */
const below = (
  value: unknown,
  pathOf: (name: string, each: Fields) => string | undefined,
  depth = DEPTH,
): string | undefined => {
  if (!isFields(value) || depth === 0) return undefined
  const things = Object.entries(value).filter((entry): entry is [string, Fields] => isFields(entry[1]))
  const here = things.flatMap(([name, each]) => pathOf(name, each) ?? [])[0]
  if (here !== undefined) return here
  for (const [name, each] of things) {
    const deeper = below(each, pathOf, depth - 1)
    if (deeper !== undefined) return `${name}.${deeper}`
  }
  return undefined
}

/** The one claim that is in a document, wrapped in others. */
const wrapped = (value: unknown) => below(value, (name, each) => (isOne(each) ? name : undefined))

/** The one thing under the name of a list: as if it were one of several. */
const alone = (value: unknown) =>
  below(value, (name, each) => {
    const [only, ...others] = Object.values(each)
    const isRecord = others.length === 0 && isFields(only) && hasStatement(Object.keys(only))
    return isKnownName(name) && isRecord ? `${name}{}` : undefined
  })

/**
 * Where the records of a document stand: it is one itself, or they are in the outermost list that says claims, that may
 * say them, or that is called as if it did; else in the longest.
 */
export const recordsIn = (value: unknown): string => {
  if (isOne(value)) return ''
  const outer = listsIn(value).toSorted((a, b) => depth(a) - depth(b) || b.n - a.n)
  const may = ({ first }: List) => hasStatement(Object.keys(first))
  const found =
    outer.find((list) => isReview(list) || saysStatement(singles(list.first)))?.at ??
    alone(value) ??
    wrapped(value) ??
    (outer.find((list) => isKnown(list) && may(list)) ?? outer.find(may) ?? outer.find(isKnown))?.at
  return found ?? outer[0]?.at ?? bare(value) ?? ''
}
