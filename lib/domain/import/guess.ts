/** A first mapping, from the names of columns and from what stands in them. */
import { byContent, columnOf, isName } from './by-content'
import { listOf, textsOf } from './cell'
import { isClaimReview } from './claim-review'
import { folded, guessClaimColumns, guessSpeakerColumns } from './columns'
import { orderOf } from './dates'
import type { ClaimField, ImportField } from './fields'
import { originOf } from './origin'
import { isOwn } from './own'
import { areSlugs } from './people'
import { type ImportProfile, importProfile } from './profile'
import { placesOf, valueAt } from './record-places'
import type { FileShape } from './shape'

type Fields = Record<string, unknown>

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
