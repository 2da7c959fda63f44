/** Which columns of other people's tables hold what, by their names: the guesses of a mapping. */
import type { ClaimField } from './fields'
import { SPEAKER_SYNONYMS, SYNONYMS } from './synonyms'

/** The form in which names of columns are compared. */
export const folded = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/ \(\d+\)$/, '')
    .replace(/\.(?:name|text|title)$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')

/** Synonyms in that form too: of some scripts it drops the marks that make vowels. */
const comparable = <F extends string>(synonyms: Record<F, readonly string[]>) =>
  Object.fromEntries(
    Object.entries<readonly string[]>(synonyms).map(([field, names]) => [field, names.map(folded)]),
  ) as unknown as Record<F, readonly string[]>
const CLAIM_NAMES = comparable(SYNONYMS)
const SPEAKER_NAMES = comparable(SPEAKER_SYNONYMS)

const find = <F extends string>(columns: readonly string[], synonyms: Record<F, readonly string[]>) => {
  const free = new Map(columns.map((column) => [column, folded(column)]))
  const found: Partial<Record<F, string>> = {}
  const wanted = Object.entries(synonyms) as [F, readonly string[]][]
  const deepest = Math.max(...wanted.map(([, names]) => names.length))
  // Every field's most telling name first, so that no field takes with its last guess what is another's best.
  for (let depth = 0; depth < deepest; depth++)
    for (const [field, names] of wanted) {
      const name = names[depth]
      if (found[field] || !name) continue
      for (const [column, form] of free)
        if (form === name) {
          found[field] = column
          free.delete(column)
          break
        }
    }
  return found
}

/** A thing that all of a record is wrapped in: `properties` of GeoJSON, `attributes` of JSON:API. */
const wrapperIn = (places: readonly string[]): string | null => {
  const statement = places.find((place) => {
    const dot = place.lastIndexOf('.')
    return dot > 0 && !place.includes('[]') && hasStatement([place.slice(dot + 1)])
  })
  return statement ? statement.slice(0, statement.lastIndexOf('.') + 1) : null
}

/** Which columns hold what, as far as their names say. */
export const guessClaimColumns = (columns: readonly string[]): Partial<Record<ClaimField, string>> => {
  const found = find(columns, CLAIM_NAMES)
  if (found.statement || found.quote || found.wordings) return found
  const wrapper = wrapperIn(columns)
  if (wrapper === null) return found
  const inner = new Map(
    columns.filter((place) => place.startsWith(wrapper)).map((place) => [place.slice(wrapper.length), place]),
  )
  const within = Object.entries(find([...inner.keys()], CLAIM_NAMES))
  return { ...found, ...Object.fromEntries(within.map(([field, place]) => [field, inner.get(place)])) }
}
export const guessSpeakerColumns = (columns: readonly string[]) => find(columns, SPEAKER_NAMES)

/** Whether records with these fields can say of a claim what was claimed. */
export const hasStatement = (columns: readonly string[]): boolean =>
  columns.map(folded).some((form) => SYNONYMS.statement.slice(0, 8).includes(form))

/** Names that mean a claim wherever they stand, as titles and texts do not. */
const CERTAIN = ['statement', 'claim', 'claimreviewed', 'claimtext', 'assertion', 'vclaim']

/** Whether these fields say what was claimed, and can mean nothing else. */
export const saysStatement = (columns: readonly string[]): boolean =>
  columns.map(folded).some((form) => CERTAIN.includes(form))
