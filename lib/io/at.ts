/**
 * Where records stand in a document: `promises[]`, `tabs[].sections[].points[]`, `[]` for a list, `claims{}` for things
 * by their names, `people{}.[]` for lists by theirs, empty for the document itself.
 */

export type Fields = Record<string, unknown>

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export interface Step {
  name: string
  /** Whether each thing in what stands there is meant: of a list, or of things by their names. */
  each: 'list' | 'names' | null
}

export const stepsOf = (at: string): Step[] =>
  at === ''
    ? []
    : at.split('.').map((step) => ({
        name: step.replace(/(?:\[\]|\{\})$/, ''),
        each: step.endsWith('[]') ? 'list' : step.endsWith('{}') ? 'names' : null,
      }))

/** What a record keeps of the name under which it stood. */
const KEY = 'key'

/** What the records of a list keep of the thing that holds it: its single values, under the name of its own list. */
const around = (name: string, holder: Fields): Fields =>
  Object.fromEntries(
    Object.entries(holder)
      .filter(([, value]) => value === null || typeof value !== 'object')
      .map(([field, value]) => [name ? `${name}.${field}` : field, value]),
  )

/** A thing as it is called by the step that leads to it. */
const called = (step: Step, key: string | null): Fields => {
  if (key === null) return {}
  return { [step.name ? `${step.name}.${KEY}` : 'group']: key }
}

/**
 * The records at a place below a value, each with the single values of what holds it.
 * @param outer what stands around them already
 * @param path the names that lead to them: one name may stand under several
 */
export const recordsAt = function* (
  value: unknown,
  steps: readonly Step[],
  outer: Fields = {},
  path = '',
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
  if (step.each === null) {
    if (found !== undefined) yield* recordsAt(found, rest, outer, path)
    return
  }
  for (const [key, each] of thingsIn(found, step.each)) {
    // The name of a record is its own; of what only holds records, it is something that they share.
    const more =
      rest.length > 0 ? { ...called(step, key), ...(isFields(each) ? around(step.name, each) : {}) } : {}
    const named = rest.length === 0 && key !== null && isFields(each) ? { [KEY]: path + key, ...each } : each
    yield* recordsAt(named, rest, { ...outer, ...more }, key === null ? path : `${path}${key}/`)
  }
}

const thingsIn = (value: unknown, each: 'list' | 'names'): [key: string | null, thing: unknown][] => {
  if (each === 'list') return Array.isArray(value) ? value.map((thing) => [null, thing]) : []
  return isFields(value) ? Object.entries(value) : []
}
