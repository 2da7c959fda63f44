/** What columns hold, by what stands in them: where their names say nothing. */
import { textsOf } from './cell'
import type { ClaimField } from './fields'
import { areSlugs } from './people'
import { valueAt } from './record-places'

type Fields = Record<string, unknown>

const average = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0) / (numbers.length || 1)

const VERDICT =
  /^(?:(?:mostly|half|barely|partly)?[- ]?(?:true|false)|pants[- ]?(?:on[- ])?fire|misleading|mixed|mixture|unproven|correct|incorrect|falsch|richtig|faux|vrai|falso|verdadero|misleading|satire)$/i

/** Names of people: a few words that begin with capitals, or are of a script that has none. */
export const isName = (text: string): boolean =>
  text.length <= 60 &&
  /^[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]+(?: [\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*){1,4}$/u.test(text)

export interface Column {
  name: string
  texts: string[]
  distinct: number
  length: number
  spaced: number
}

/** Columns without names, by what they look like. */
export const byContent = (columns: readonly Column[]): Partial<Record<ClaimField, string>> => {
  const free = new Set(columns)
  const found: Partial<Record<ClaimField, string>> = {}
  const take = (field: ClaimField, column: Column | undefined) => {
    if (!column) return
    found[field] = column.name
    free.delete(column)
  }
  const part = (column: Column, test: (text: string) => boolean) =>
    column.texts.filter(test).length / (column.texts.length || 1)
  const filled = columns.filter(({ texts }) => texts.length > 0)
  take('statement', filled.toSorted((a, b) => b.length - a.length)[0])
  take(
    'rating',
    filled.find((c) => free.has(c) && part(c, (text) => VERDICT.test(text)) > 0.5),
  )
  take(
    'id',
    filled.find((c) => free.has(c) && c.distinct === c.texts.length && c.spaced < 0.1 && c.length < 40),
  )
  take(
    'sourceUrl',
    filled.find((c) => free.has(c) && part(c, (text) => /^https?:\/\//.test(text)) > 0.5),
  )
  take(
    'saidOn',
    filled.find(
      (c) => free.has(c) && part(c, (text) => /^\d{4}-\d\d|^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}/.test(text)) > 0.5,
    ),
  )
  take(
    'speaker',
    filled.find((c) => free.has(c) && areSlugs(c.texts) && part(c, (text) => text.includes(',')) < 0.1),
  )
  take(
    'topics',
    filled.find(
      (c) => free.has(c) && part(c, (text) => /^[\p{L}\p{N}-]+(?:,[\p{L}\p{N}-]+)+$/u.test(text)) > 0.3,
    ),
  )
  take('speaker', found.speaker ? undefined : filled.find((c) => free.has(c) && part(c, isName) > 0.5))
  take(
    'speakerRole',
    filled.find((c) => free.has(c) && c.distinct > 5 && c.spaced > 0.3 && c.length < 40),
  )
  take(
    'venue',
    filled.findLast((c) => free.has(c) && c.spaced > 0.5 && c.distinct > 5),
  )
  return found
}

export const columnOf =
  (records: readonly Fields[]) =>
  (name: string): Column => {
    const texts = records.flatMap((record) => textsOf(valueAt(record, name))[0] ?? [])
    return {
      name,
      texts,
      distinct: new Set(texts).size,
      length: average(texts.map((text) => text.length)),
      spaced: average(texts.map((text) => Number(/\s/.test(text)))),
    }
  }
