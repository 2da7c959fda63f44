import { readAddress } from '../address'
import { isFields, textOf } from '../cell'
import type { NamedDraft } from '../draft'
import { named } from '../people'
import { typesOf } from './forms'
import { at, first } from './values'

const hostOf = (url: string | null): string | null => {
  try {
    return url ? new URL(url).hostname.replace(/^www\./, '') : null
  } catch {
    return null
  }
}

/** Who is described by `author` or `publisher`: by name, or by the host of their address. */
export const party = (value: unknown, kind?: NamedDraft['kind']): NamedDraft | null => {
  const thing = first(value)
  if (!isFields(thing)) {
    const text = textOf(thing)
    return text ? named(text, kind ? { kind } : {}) : null
  }
  const url =
    [thing.url, thing['@id'], first(thing.sameAs)].flatMap(
      (each) => readAddress(textOf(first(each)) ?? '') ?? [],
    )[0] ?? null
  const name = at(thing, 'name') ?? hostOf(url)
  if (!name) return null
  const type = typesOf(thing)
  const known = type.includes('Person')
    ? 'person'
    : type.some((each) => /Organization/.test(each))
      ? 'organization'
      : undefined
  const of = kind ?? known
  return named(name, { url, description: at(thing, 'jobTitle'), ...(of ? { kind: of } : {}) })
}
