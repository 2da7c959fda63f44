/** The mapping as the form of its page, and back. */
import { type FormValues, one } from '../form'
import { CLAIM_FIELDS, type ImportField, SPEAKER_FIELDS } from './fields'
import type { ImportProfile } from './profile'
import type { FileShape } from './shape'

/** Fields of what a record describes. */
export const fieldsOf = (subject: ImportProfile['subject']): readonly ImportField[] => {
  if (subject === 'speakers') return SPEAKER_FIELDS
  return subject === 'wordings' ? ['id', 'statement', 'note', 'topics'] : CLAIM_FIELDS
}

/** Fields that may be the same for all records of a file. */
export const CONSTANTS = ['speaker', 'reviewer', 'sourcePublisher', 'act', 'language', 'venue'] as const

/** How many columns may hold an id. */
export const ID_PLACES = 4

export const DELIMITER_NAMES = { comma: ',', tab: '\t', semicolon: ';', bar: '|' } as const

const columnsIn = (values: FormValues, previous: ImportProfile): ImportProfile['columns'] => {
  const columns: ImportProfile['columns'] = {}
  for (const field of [...CLAIM_FIELDS, ...SPEAKER_FIELDS]) {
    const names =
      field === 'id' ? Array.from({ length: ID_PLACES }, (_, i) => `col.id.${i}`) : [`col.${field}`]
    if (!names.some((name) => name in values)) {
      // A field that the form does not show stays as it was.
      if (previous.columns[field]) columns[field] = previous.columns[field]
      continue
    }
    const places = names.map((name) => one(values, name)).filter(Boolean)
    // Further places of a field come from saved mappings; the form shows the first.
    const others = field === 'id' || places.length === 0 ? [] : (previous.columns[field] ?? []).slice(1)
    const all = [...new Set([...places, ...others])]
    if (all.length > 0) columns[field] = all
  }
  return columns
}

const constantsIn = (values: FormValues, previous: ImportProfile): ImportProfile['constants'] => {
  const constants = { ...previous.constants }
  for (const field of CONSTANTS) {
    if (!(`const.${field}` in values)) continue
    const value = one(values, `const.${field}`).trim()
    if (value) constants[field] = value
    else delete constants[field]
  }
  return constants
}

const ratingsIn = (values: FormValues, previous: ImportProfile): ImportProfile['ratings'] => {
  const table = new Map(previous.ratings.map((row) => [`${row.publisher}\n${row.from}`, row]))
  for (let i = 0; `rating.${i}.from` in values; i++) {
    const publisher = one(values, `rating.${i}.publisher`)
    const from = one(values, `rating.${i}.from`)
    const to = one(values, `rating.${i}.to`).trim()
    if (to === from) table.delete(`${publisher}\n${from}`)
    else table.set(`${publisher}\n${from}`, { publisher, from, to })
  }
  return [...table.values()]
}

/** The mapping with what the form says in place of what it was; not checked yet. */
export const profileIn = (values: FormValues, previous: ImportProfile): unknown => {
  const given = (name: string, before: unknown) => (name in values ? one(values, name) : before)
  return {
    ...previous,
    subject: given('subject', previous.subject),
    origin: given('origin', previous.origin),
    dates: given('dates', previous.dates),
    sameName: given('sameName', previous.sameName),
    slugs: 'subject' in values ? one(values, 'slugs') === 'yes' : previous.slugs,
    columns: columnsIn(values, previous),
    constants: constantsIn(values, previous),
    ratings: ratingsIn(values, previous),
  }
}

/** How the file is read, as the form says; not checked yet. */
export const shapeIn = (values: FormValues, previous: FileShape): unknown => {
  if (!('format' in values)) return previous
  const delimiter = one(values, 'delimiter') as keyof typeof DELIMITER_NAMES
  return {
    ...previous,
    format: one(values, 'format'),
    encoding: one(values, 'encoding'),
    delimiter: DELIMITER_NAMES[delimiter] ?? previous.delimiter,
    quotes: one(values, 'quotes') === 'yes',
    header: one(values, 'header') === 'yes',
    skip: 'skip' in values ? Number(one(values, 'skip')) : previous.skip,
    at: one(values, 'at'),
  }
}
