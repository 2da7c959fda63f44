/** Where records stand in a document: `promises[]`, `tabs[].sections[].points[]`, `[]` for a list, empty for itself. */

export type Fields = Record<string, unknown>

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

interface Step {
  name: string
  list: boolean
}

export const stepsOf = (at: string): Step[] =>
  at === ''
    ? []
    : at.split('.').map((step) => ({ name: step.replace(/\[\]$/, ''), list: step.endsWith('[]') }))

/** What the records of a list keep of the thing that holds it: its single values, under the name of its own list. */
const around = (name: string, holder: Fields): Fields =>
  Object.fromEntries(
    Object.entries(holder)
      .filter(([, value]) => value === null || typeof value !== 'object')
      .map(([field, value]) => [name ? `${name}.${field}` : field, value]),
  )

/**
 * The records at a place below a value, each with the single values of what holds it.
 * @param outer what stands around them already
 */
export const recordsAt = function* (
  value: unknown,
  steps: readonly Step[],
  outer: Fields = {},
): Generator<unknown> {
  const [step, ...rest] = steps
  if (!step) {
    yield isFields(value) ? { ...outer, ...value } : value
    return
  }
  const found =
    step.name === ''
      ? value
      : isFields(value) && Object.hasOwn(value, step.name)
        ? value[step.name]
        : undefined
  if (!step.list) {
    if (found !== undefined) yield* recordsAt(found, rest, outer)
    return
  }
  if (!Array.isArray(found)) return
  for (const each of found)
    yield* recordsAt(
      each,
      rest,
      rest.length > 0 && isFields(each) ? { ...outer, ...around(step.name, each) } : outer,
    )
}

export interface List {
  at: string
  n: number
  /** The first record of it. */
  first: Fields
}

/** Deeper lists are parts of records, not records. */
const DEPTH = 6

/** Lists of records in a document, the outer ones first. */
export const listsIn = (value: unknown, at = '', depth = DEPTH): List[] => {
  if (depth === 0) return []
  if (!Array.isArray(value))
    return isFields(value)
      ? Object.entries(value).flatMap(([name, each]) =>
          typeof each === 'object' ? listsIn(each, at ? `${at}.${name}` : name, depth - 1) : [],
        )
      : []
  const records = value.filter(isFields)
  const [first] = records
  if (!first) return []
  const place = `${at}[]`
  const below = new Map<string, List>()
  for (const record of records)
    for (const list of listsIn(record, place, depth - 1)) {
      const known = below.get(list.at)
      if (known) known.n += list.n
      else below.set(list.at, list)
    }
  return [{ at: place, n: records.length, first }, ...below.values()]
}
