/** A first mapping, from the names of columns and from what stands in them. */
import { listOf, placesOf, textsOf, valueAt } from './cell'
import { isClaimReview } from './claim-review'
import { folded, guessClaimColumns, guessSpeakerColumns } from './columns'
import { orderOf } from './dates'
import type { ClaimField, ImportField } from './fields'
import { isOwn } from './own'
import { areSlugs } from './people'
import { type ImportProfile, importProfile } from './profile'
import type { FileShape } from './shape'

type Fields = Record<string, unknown>

const average = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0) / (numbers.length || 1)

const VERDICT =
  /^(?:(?:mostly|half|barely|partly)?[- ]?(?:true|false)|pants[- ]?(?:on[- ])?fire|misleading|mixed|mixture|unproven|correct|incorrect|falsch|richtig|faux|vrai|falso|verdadero|misleading|satire)$/i

/** Names of people: a few words that begin with capitals, or are of a script that has none. */
const isName = (text: string): boolean =>
  text.length <= 60 &&
  /^[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]+(?: [\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*){1,4}$/u.test(text)

interface Column {
  name: string
  texts: string[]
  distinct: number
  length: number
  spaced: number
}

/** Columns without names, by what they look like. */
const byContent = (columns: readonly Column[]): Partial<Record<ClaimField, string>> => {
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

const columnOf =
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

const looksLikeSpeakers = (places: readonly string[]): boolean => {
  const forms = new Set(places.map(folded))
  return (
    ['offices', 'roles', 'wikipedia', 'twitter'].some((form) => forms.has(form)) &&
    !forms.has('statement') &&
    !forms.has('claims') &&
    !forms.has('quote')
  )
}

/** Sentences without anybody who says them, that say of themselves what their contrary is. */
const looksLikeWordings = (places: readonly string[]): boolean => {
  const forms = new Set(places.map(folded))
  return forms.has('id') && forms.has('negative') && forms.has('title')
}

/** The collection of everything that comes from a ledger of ours. */
const OWN_ORIGIN = 'on record'

const listed = (found: Partial<Record<ImportField, string>>) =>
  Object.fromEntries(
    Object.entries(found).map(([field, place]) => [field, [place]]),
  ) as ImportProfile['columns']

/** A name of a collection from that of a file: without dates, numbers and what a download adds. */
export const originOf = (fileName: string): string =>
  fileName
    .normalize('NFC')
    .replace(/^.*[\\/]/, '')
    .replace(/(?:\.[a-z0-9]{1,8})+$/i, '')
    .replaceAll('_', ' ')
    .replace(/\b[0-9a-f]{7,40}\b/gi, ' ')
    .replace(/\(\d+\)|\d{4}[-_]?\d\d[-_]?\d\d(?:T[\d:-]+)?|\b(?:copy|kopie|copie|final|new|v?\d+)\b/gi, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b[\dT]+\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .slice(0, 120)

/** Whether one cell holds several things. */
const isList = (value: unknown): boolean => Array.isArray(value) || listOf(value).length > 1

const claimColumns = (
  records: readonly Fields[],
  places: readonly string[],
  named: boolean,
): ImportProfile['columns'] => {
  const found = named ? guessClaimColumns(places) : {}
  const values = (field: ClaimField) => records.map((record) => valueAt(record, found[field] ?? ''))
  // Names in a language that is not known here say as much as none.
  if (!found.statement && !found.quote && !found.wordings) {
    const told = new Set(Object.values(found))
    Object.assign(found, {
      ...byContent(places.filter((place) => !told.has(place)).map(columnOf(records))),
      ...found,
    })
  }
  const groups = records.flatMap((record) => textsOf(record.group)[0] ?? [])
  if (!found.speaker && groups.length > 0 && groups.every(isName)) found.speaker = 'group'
  // A name that may mean two things is decided by what stands under it.
  if (found.wordings && !values('wordings').some(isList)) delete found.wordings
  const columns = listed(found)
  // Things by their names may have ids too, all or some of them.
  if (found.id && found.id !== 'key' && places.includes('key')) columns.id = [found.id, 'key']
  return columns
}

/**
 * @param records the first of the file
 * @param shape as it is read
 */
export const guessProfile = (
  records: readonly Fields[],
  shape: FileShape,
  fileName: string,
): ImportProfile => {
  const origin = originOf(fileName)
  if (records.some(isClaimReview))
    return importProfile.parse({ origin: origin || 'claimreview', subject: 'claims', dates: 'unknown' })
  // Ids of ours mean one record wherever they come from.
  if (records.some(isOwn)) return importProfile.parse({ origin: OWN_ORIGIN, subject: 'claims' })
  const places = placesOf(records)
  if (looksLikeWordings(places))
    return importProfile.parse({ origin, subject: 'wordings', columns: listed(guessClaimColumns(places)) })
  if (looksLikeSpeakers(places)) {
    const found = guessSpeakerColumns(places)
    // Who has words for verdicts, and no offices, is a publisher of them.
    const constants = found.ratings && !found.roles ? { kind: 'organization' } : {}
    return importProfile.parse({ origin, subject: 'speakers', columns: listed(found), constants })
  }
  const columns = claimColumns(records, places, shape.format !== 'csv' || shape.header)
  const texts = (field: ImportField) =>
    records.flatMap((record) =>
      (columns[field] ?? []).flatMap((place) => textsOf(valueAt(record, place))[0] ?? []),
    )
  return importProfile.parse({
    origin,
    columns,
    dates: orderOf([...texts('saidOn'), ...texts('reviewedOn'), ...texts('sourceDate')]),
    slugs: areSlugs(texts('speaker')),
  })
}
