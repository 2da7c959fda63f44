/** Two forms of one claim side by side: what a stale save is shown, field by field. */
import type { ClaimForm, Ref } from './form'

/** The fields that one chooses between, in the order of the form. */
export const COMPARED = [
  'statement',
  'quote',
  'speechAct',
  'speaker',
  'basis',
  'capacity',
  'capacityOrg',
  'appearances',
  'hops',
  'saidOn',
  'venue',
  'place',
  'topics',
  'evidence',
  'stakes',
  'relations',
  'note',
  'language',
] as const satisfies readonly (keyof ClaimForm)[]
export type ComparedField = (typeof COMPARED)[number]

const isRef = (value: object): value is Ref => 'text' in value && 'make' in value

/** Ids and places of texts tell nobody anything. */
const UNSEEN = new Set(['id', 'selector', 'at'])

const words = (value: unknown): string => {
  if (typeof value === 'string') return value.trim()
  if (typeof value !== 'object' || value === null) return ''
  if (isRef(value)) return value.text.trim()
  return Object.entries(value)
    .filter(([name]) => !UNSEEN.has(name))
    .map(([, part]) => words(part))
    .filter(Boolean)
    .join(' · ')
}

/** A field as text to be read and compared; each row of a list is a line. */
export const fieldText = (form: ClaimForm, field: ComparedField): string => {
  const value = form[field]
  return Array.isArray(value) ? value.map(words).filter(Boolean).join('\n') : words(value)
}

export interface Difference {
  field: ComparedField
  mine: string
  theirs: string
  /** Whether each side changed it since both began; both, where that is not known. */
  changed: { mine: boolean; theirs: boolean }
}

/**
 * The fields in which two forms differ.
 * @param base the form that both began with, where it is known
 */
export const differences = (mine: ClaimForm, theirs: ClaimForm, base: ClaimForm | null): Difference[] =>
  COMPARED.flatMap((field) => {
    const texts = { mine: fieldText(mine, field), theirs: fieldText(theirs, field) }
    if (texts.mine === texts.theirs) return []
    const before = base && fieldText(base, field)
    const changed = { mine: before !== texts.mine, theirs: before !== texts.theirs }
    return [{ field, ...texts, changed }]
  })

/** The form with some fields as the others have them. */
export const takeTheirs = (
  mine: ClaimForm,
  theirs: ClaimForm,
  fields: readonly ComparedField[],
): ClaimForm => ({ ...mine, ...Object.fromEntries(fields.map((field) => [field, theirs[field]])) })
