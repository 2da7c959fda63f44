/** Cells of other people's tables as text of ours. */
import { withoutMarkup } from './markup'

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
