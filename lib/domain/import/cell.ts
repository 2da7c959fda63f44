/** Cells of other people's tables as text of ours. */
import { decodeHTML } from 'entities'

/** Words for "nothing" that tables carry. */
const NOTHING = new Set([
  '',
  'null',
  'none',
  'nil',
  'n/a',
  'na',
  'nan',
  '-',
  '–',
  '—',
  'undefined',
  '\\n',
  '#n/a',
  '[]',
  '{}',
])

const TAG = /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/gi
const HIDDEN = /<(script|style)\b/i
const BLOCK = /<(?:br|\/p|\/div|\/li|\/h\d|\/tr|\/blockquote)\b[^<>]*>/gi
const ENTITY = /&(?:#\d+|#x[\da-f]+|[a-z]\w+);/i

/**
 * Text without scripts and styles; one that is never closed hides all that follows. Each part of the text is looked at
 * once, however many begin in it.
 */
const shownOnly = (text: string): string => {
  const shown: string[] = []
  let rest = text
  for (let found = HIDDEN.exec(rest); found; found = HIDDEN.exec(rest)) {
    shown.push(rest.slice(0, found.index))
    const end = new RegExp(`</${found[1]}>`, 'i').exec(rest.slice(found.index))
    rest = end ? rest.slice(found.index + end.index + end[0].length) : ''
  }
  return [...shown, rest].join(' ')
}

/** Text without markup: tags go, what they hold stays, scripts and styles apart; entities become letters. */
export const withoutMarkup = (text: string): string => {
  const untagged = /<[a-z/]/i.test(text) ? shownOnly(text).replace(BLOCK, '\n').replace(TAG, '') : text
  return ENTITY.test(untagged) ? decodeHTML(untagged) : untagged
}

/** Letters that are none: controls other than line breaks, and marks of order at the ends, which show nothing. */
const CONTROLS = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff]/g

/** @returns null for what is no single value, or stands for nothing */
export const textOf = (value: unknown): string | null => {
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value)
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10)
  if (typeof value !== 'string') return null
  const text = withoutMarkup(value).replace(CONTROLS, '').trim()
  return NOTHING.has(text.toLowerCase()) ? null : text
}

export const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

/** Where a thing is described by fields of its own, the one that names it. */
const NAMES = ['name', 'title', 'text', 'label', 'url', '@id', 'id']

/** All single values at a place, whatever lists and things they stand in. */
export const textsOf = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (isFields(value)) {
    const name = NAMES.find((field) => Object.hasOwn(value, field) && textOf(value[field]) !== null)
    return name ? textsOf(value[name]) : []
  }
  const text = textOf(value)
  return text === null ? [] : [text]
}

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

/** Marks between the values of one cell, by which it is taken apart where it holds more than one. */
const SEPARATORS = [';', '|', '\n', ',']

/** Text without the one pair of quotes that encloses all of it. */
export const unquoted = <T extends string | null>(text: T): T | string => {
  const inner = /^"([^"]*)"$|^“([^”]*)”$/s.exec(text ?? '')
  return inner ? (inner[1] ?? inner[2] ?? '').trim() : text
}

/** A list that stands in one cell: as JSON, as Python prints it, or divided by a mark. */
export const listOf = (value: unknown): string[] => {
  if (Array.isArray(value)) return textsOf(value)
  const text = unquoted(textOf(value))
  if (text === null) return []
  const inner = /^\s*\[(.*)\]\s*$/s.exec(text)?.[1]
  if (inner !== undefined) {
    try {
      return textsOf(JSON.parse(text))
    } catch {
      return [...inner.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g)].flatMap(
        ([, a, b]) => textOf(a ?? b) ?? [],
      )
    }
  }
  const mark = SEPARATORS.find((separator) => text.includes(separator))
  return mark ? text.split(mark).flatMap((part) => textOf(part) ?? []) : [text]
}
