/**
 * How a form without JavaScript refers to a record: by a name that is typed, beside which hidden fields keep the
 * record that the name stood for when the form was shown, so that only a changed name is looked up anew.
 */
import { type FormValues, type Nested, one } from '../form'

/** Names by id, of the records that a record refers to. */
export type Names = Readonly<Record<string, string>>

/** The fields of a reference, by their last part. */
export const refValues = (field: string, id: string | null, names: Names): FormValues =>
  id === null
    ? {}
    : { [`${field}.text`]: [names[id] ?? id], [`${field}.id`]: [id], [`${field}.name`]: [names[id] ?? id] }

/** What a form says of a reference. */
export type TypedRef =
  | { kind: 'none' }
  /** The record is known: it was not changed, or chosen among several. */
  | { kind: 'id'; id: string }
  | { kind: 'name'; text: string }

const isFields = (value: Nested | undefined): value is { [field: string]: Nested } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textIn = (value: Nested | undefined): string => (typeof value === 'string' ? value.trim() : '')

/** Reads a reference from the nested form. */
export const refIn = (value: Nested | undefined): TypedRef => {
  if (!isFields(value)) return { kind: 'none' }
  const [text, id, name, pick, of] = [value.text, value.id, value.name, value.pick, value.of].map(textIn)
  if (!text) return { kind: 'none' }
  // A choice counts for the name that it was offered for.
  if (pick && of === text) return { kind: 'id', id: pick }
  return id && name === text ? { kind: 'id', id } : { kind: 'name', text }
}

/** Rows of a form: those that stand there, in order. */
export const rowsIn = (value: Nested | undefined): { [field: string]: Nested }[] =>
  Array.isArray(value) ? value.filter(isFields) : []

export const fieldsIn = (value: Nested | undefined): { [field: string]: Nested } =>
  isFields(value) ? value : {}

/** Lines of a field, without the blank ones. */
export const linesIn = (value: Nested | undefined): string[] =>
  textIn(value)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

export { textIn }

/** How many rows of a list a form holds, from the names of its fields. */
export const rowsOf = (values: FormValues, list: string): number => {
  const numbers = Object.keys(values).flatMap((name) => {
    const match = name.startsWith(`${list}.`) ? /^(\d+)(\.|$)/.exec(name.slice(list.length + 1)) : null
    return match ? [Number(match[1]) + 1] : []
  })
  return Math.max(0, ...numbers)
}

export { one }
