/** What our own data says, as JSON or in the cells of a table. */
import { isFields, textOf } from '../cell'
import type { Own } from '../draft'
import type { Folder } from './known'

type Fields = Record<string, unknown>

/** A cell of a table begins with an apostrophe where a spreadsheet would take it for a formula (docs/data.md). */
const plain = (text: string): string => (/^'[\s\p{C}]*[=+\-@\t\r＝＋－＠]/u.test(text) ? text.slice(1) : text)

export const said = (value: unknown): string | null => {
  if (typeof value === 'string') return plain(value).trim() || null
  return textOf(value)
}

/** The value of a path in JSON, or of the column that is called so. */
export const at = (record: Fields, path: string): unknown =>
  Object.hasOwn(record, path)
    ? record[path]
    : path.split('.').reduce<unknown>((held, name) => (isFields(held) ? held[name] : undefined), record)

export const text = (record: Fields, path: string): string | null => said(at(record, path))

export const number = (value: unknown): number | null => {
  const read = typeof value === 'number' ? value : Number.parseFloat(String(value ?? ''))
  return Number.isFinite(read) ? read : null
}

/** By which a speaker of that ledger is known to the collection: the address of its page, without what may change. */
export const pageKey = (site: string, folder: Folder, slug: string | null): string | null =>
  slug === null ? null : `${site}/${folder}/${encodeURIComponent(slug)}`

export const own = (record: Fields): Own => ({
  id: String(record.id),
  version: number(record.version),
  slug: decodeURIComponent(String(record.url).split('/').at(-1) ?? ''),
})

/** The names of a list: of things in JSON, in a cell joined by `; `. */
export const names = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap((each) => (isFields(each) ? (said(each.name) ?? []) : []))
  return said(value)?.split('; ').filter(Boolean) ?? []
}
