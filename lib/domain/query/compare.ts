/** The address of a comparison: two speakers, `/compare?speaker=…&speaker=…`. */
import { type Dropped, Drops, entriesOf, type Params } from './params'

/** The longest name that is looked up. */
const MOST = 200

/**
 * Reads the address. Total: what it cannot use it drops, and says.
 * @returns two texts at most, in the order of the columns: the addresses of speakers, or names as they were typed into
 * the form; an empty one where the first was left open
 */
export const parseCompareQuery = (params: Params): { speakers: string[]; dropped: Dropped[] } => {
  const speakers: string[] = []
  const drops = new Drops()
  for (const [key, value] of entriesOf(params)) {
    if (key !== 'speaker') drops.add(key, value, 'unknown_key')
    else if (value.length > MOST || value.includes('\u0000')) drops.add(key, value, 'unknown_value')
    else if (speakers.length === 2) drops.add(key, value, 'only_two')
    else speakers.push(value.trim())
  }
  while (speakers.at(-1) === '') speakers.pop()
  return { speakers, dropped: drops.list }
}

/** The address that compares these speakers, or asks for a second one. */
export const compareHref = (speakers: readonly string[]): string => {
  const params = new URLSearchParams(speakers.map((slug) => ['speaker', slug])).toString()
  return params ? `/compare?${params}` : '/compare'
}
