/** Single values out of linked data, in which any of them may be a list. */
import { textOf } from '../cell'
import { type DateOrder, readImported } from '../dates'
import type { Problem } from '../draft'
import { readNumber } from '../numbers'
import { valueAt } from '../record-places'

export const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value)
export const at = (value: unknown, path: string): string | null => textOf(first(valueAt(first(value), path)))
export const number = (value: unknown): number | null => {
  const text = textOf(first(value))
  return text === null ? null : readNumber(text)
}

export const language = (value: unknown, otherwise = 'en'): string => {
  const tag = textOf(first(value)) ?? ''
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag) && tag.length <= 35 ? tag : otherwise
}

export const dated = (
  value: unknown,
  order: DateOrder,
  field: string,
  problems: Problem[],
): string | null => {
  const text = textOf(first(value))
  if (!text) return null
  const read = readImported(text, order)
  if (!read.ok) problems.push({ field, sentence: read.sentence, skips: false })
  return read.ok ? read.date : null
}
