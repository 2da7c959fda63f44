/** Words that one may be in the middle of: the index has stems, which a word half way through its ending does not begin. */
import { stem } from '../repeats/stem'

const ENDINGS =
  'ing ion ions ation ations ed ies ied er ers ment ments ness ance ence able ible ity ive ous ism ist ize al ally ly ful'.split(
    ' ',
  )
/** A word has at least so many letters before its ending. */
const LEAST = 3
const MOST = 4

/**
 * For `corruptio` `corruption`: words whose stems do not begin with the stem of what was typed, which is what both
 * indexes look for; one for each stem.
 */
export const endingsOf = (word: string): string[] => {
  if (!/^[a-z]+$/.test(word)) return []
  const begun = stem(word)
  const found = new Map<string, string>()
  for (const ending of ENDINGS)
    for (let typed = 1; typed < ending.length; typed++) {
      if (word.length - typed < LEAST || !word.endsWith(ending.slice(0, typed))) continue
      const whole = word + ending.slice(typed)
      const stemmed = stem(whole)
      if (!stemmed.startsWith(begun) && !found.has(stemmed)) found.set(stemmed, whole)
    }
  return [...found.values()].slice(0, MOST)
}
