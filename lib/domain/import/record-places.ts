/** Where in a record a value stands: the columns of what is no table. */
import { isFields } from './cell'

/**
 * What stands at a place of a record: a column by its whole name, else fields within fields. A list on the way gives
 * what stands there in each of its things.
 */
export const valueAt = (record: unknown, path: string): unknown => {
  if (isFields(record) && Object.hasOwn(record, path)) return record[path]
  const [first = '', ...rest] = path.split('.')
  const name = first.replace(/\[\]$/, '')
  if (Array.isArray(record)) return record.flatMap((each) => valueAt(each, path) ?? [])
  if (!isFields(record) || !Object.hasOwn(record, name)) return undefined
  return rest.length > 0 ? valueAt(record[name], rest.join('.')) : record[name]
}

/** How deep columns are offered. */
const DEPTH = 3

/** The places at which records hold values, in the order in which they first stand. */
export const placesOf = (records: readonly Record<string, unknown>[]): string[] => {
  const places = new Set<string>()
  const add = (value: unknown, path: string, depth: number): void => {
    if (depth > DEPTH) return
    if (Array.isArray(value)) {
      places.add(path)
      for (const each of value) if (isFields(each)) add(each, `${path}[]`, depth)
      return
    }
    if (!isFields(value)) {
      places.add(path)
      return
    }
    for (const [name, each] of Object.entries(value)) add(each, path ? `${path}.${name}` : name, depth + 1)
  }
  for (const record of records) add(record, '', 0)
  places.delete('')
  return [...places]
}
