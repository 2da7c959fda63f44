/** Forms as they are typed: every field a text, whatever it will mean. Kept as they are, so that nothing is lost. */

/** The fields of a form by name, each with its values in order. */
export type FormValues = Record<string, string[]>

/** A form that is larger is no work of an editor's: 2,000 fields hold a claim with two hundred items of evidence. */
export const FORM_LIMITS = { fields: 2_000, characters: 400_000 } as const

const NAME = /^[A-Za-z][A-Za-z0-9]*(\.([A-Za-z][A-Za-z0-9]*|\d{1,3}))*$/

/**
 * Reads the entries of a posted form. Files and fields with impossible names are left out.
 * @returns the fields, or null where the form is larger than FORM_LIMITS
 */
export const readForm = (entries: Iterable<[string, unknown]>): FormValues | null => {
  const values: FormValues = Object.create(null)
  let fields = 0
  let characters = 0
  for (const [name, value] of entries) {
    if (typeof value !== 'string' || !NAME.test(name) || name.length > 100) continue
    fields += 1
    characters += value.length
    if (fields > FORM_LIMITS.fields || characters > FORM_LIMITS.characters) return null
    const typed = value.replaceAll('\r\n', '\n')
    const list = values[name]
    if (list) list.push(typed)
    else values[name] = [typed]
  }
  return values
}

/** What was typed into a field; nothing where there is no such field. Of several, the last counts. */
export const one = (values: FormValues, name: string): string => values[name]?.at(-1) ?? ''

export type Nested = string | Nested[] | { [field: string]: Nested }

/**
 * The form as objects and lists: `roles.0.title` is the title of the first role. Gaps in a list are closed, so that
 * an item can be taken out of a page by taking out its fields.
 */
export const nested = (values: FormValues): { [field: string]: Nested } => {
  const root = Object.create(null) as Record<string, unknown>
  for (const name of Object.keys(values)) {
    const path = name.split('.')
    let at = root
    for (const step of path.slice(0, -1)) {
      const next = at[step]
      at = (typeof next === 'object' && next !== null ? next : (at[step] = Object.create(null))) as Record<
        string,
        unknown
      >
    }
    at[path.at(-1) as string] = one(values, name)
  }
  const closed = (value: unknown): Nested => {
    if (typeof value !== 'object' || value === null) return value as string
    const fields = Object.entries(value)
    return fields.length > 0 && fields.every(([key]) => /^\d+$/.test(key))
      ? fields.sort(([a], [b]) => Number(a) - Number(b)).map(([, item]) => closed(item))
      : Object.fromEntries(fields.map(([key, item]) => [key, closed(item)]))
  }
  return closed(root) as { [field: string]: Nested }
}

/** The opposite of `nested`: what a form shows of objects and lists. Empty values leave no field. */
export const flattened = (value: unknown): FormValues => {
  const values: FormValues = Object.create(null)
  const walk = (at: unknown, path: string) => {
    if (at === null || at === undefined || at === '') return
    if (typeof at !== 'object') values[path] = [String(at)]
    else for (const [key, item] of Object.entries(at)) walk(item, path ? `${path}.${key}` : key)
  }
  walk(value, '')
  return values
}
