/**
 * Stems. For English Porter's stemmer (M. F. Porter, An algorithm for suffix stripping, 1980, with his later departures): the one of both
 * full-text indexes, so that a word counts here for what it counts there.
 */
const C = '[^aeiou][^aeiouy]*'
const V = '[aeiouy][aeiou]*'
/** The measure of what comes before a suffix: how many vowels followed by consonants it has. */
const SOME = new RegExp(`^(?:${C})?${V}${C}`)
const ONE = new RegExp(`^(?:${C})?${V}${C}(?:${V})?$`)
const MORE = new RegExp(`^(?:${C})?${V}${C}${V}${C}`)
const VOWEL = new RegExp(`^(?:${C})?[aeiouy]`)
/** Ends with consonant, vowel, consonant, as in "hop"; a last w, x or y does not count. */
const SHORT = new RegExp(`^${C}[aeiouy][^aeiouwxy]$`)

/** A suffix, with what takes its place; the longest that fits is the one that counts. */
const rules = (list: string): [RegExp, Map<string, string>] => {
  const pairs = list.split(' ').map((pair) => pair.split(':') as [string, string])
  const longest = pairs.map(([suffix]) => suffix).sort((a, b) => b.length - a.length)
  return [new RegExp(`^(.+?)(${longest.join('|')})$`), new Map(pairs)]
}
const DOUBLE = rules(
  'ational:ate tional:tion enci:ence anci:ance izer:ize bli:ble alli:al entli:ent eli:e ousli:ous ization:ize ' +
    'ation:ate ator:ate alism:al iveness:ive fulness:ful ousness:ous aliti:al iviti:ive biliti:ble logi:log',
)
const SINGLE = rules('icate:ic ative: alize:al iciti:ic ical:ic ful: ness:')
const LAST = rules(
  'al: ance: ence: er: ic: able: ible: ant: ement: ment: ent: sion:s tion:t ou: ism: ate: iti: ous: ive: ize:',
)

const replaced = (word: string, [pattern, ends]: typeof LAST, measure: RegExp): string => {
  const [, start, suffix = ''] = pattern.exec(word) ?? []
  const whole = start === undefined ? word : start + ends.get(suffix)
  return start !== undefined && measure.test(pattern === LAST[0] ? whole : start) ? whole : word
}

/** Plural, past and -ing. */
const inflected = (word: string): string => {
  let stem = word.replace(/^(.+?)(ss|i)es$/, '$1$2').replace(/^(.+?[^s])s$/, '$1')
  const [, before, suffix] = /^(.+?)(eed|ed|ing)$/.exec(stem) ?? []
  if (before === undefined) return stem
  if (suffix === 'eed') return SOME.test(before) ? stem.slice(0, -1) : stem
  if (!VOWEL.test(before)) return stem
  stem = before
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`
  if (/([^aeiouylsz])\1$/.test(stem)) return stem.slice(0, -1)
  return SHORT.test(stem) ? `${stem}e` : stem
}

const withoutE = (word: string): string => {
  const stem = word.slice(0, -1)
  return word.endsWith('e') && (MORE.test(stem) || (ONE.test(stem) && !SHORT.test(stem))) ? stem : word
}

const reduce = (word: string): string => {
  // A y at the beginning is a consonant.
  let stem = word.replace(/^y/, 'Y')
  stem = inflected(stem)
  const [, before] = /^(.+?)y$/.exec(stem) ?? []
  if (before !== undefined && VOWEL.test(before)) stem = `${before}i`
  stem = replaced(stem, DOUBLE, SOME)
  stem = replaced(stem, SINGLE, SOME)
  stem = replaced(stem, LAST, MORE)
  stem = withoutE(stem)
  if (stem.endsWith('ll') && MORE.test(stem)) stem = stem.slice(0, -1)
  return stem.toLowerCase()
}

/** Words of one text recur in the next; a bound, since texts are anybody's. */
const known = new Map<string, string>()
const MOST = 50_000

/** The first letters of a word stand for it in languages whose endings are not known here. */
const FIRST = 5
/** The Arabic article is written as part of the word. */
const ARTICLE = 'ال'

const cut = (word: string): string => {
  const letters = [...word]
  const first = FIRST + (word.startsWith(ARTICLE) ? ARTICLE.length : 0)
  return letters.length > first ? letters.slice(0, first).join('') : word
}

/**
 * What words that differ in their endings have in common: Porter's stem where all letters are of a to z, else the first
 * letters.
 * @param word folded
 */
export const stem = (word: string): string => {
  let found = known.get(word)
  if (found === undefined) {
    if (known.size >= MOST) known.clear()
    found = !/^[a-z0-9]*$/.test(word) ? cut(word) : word.length < 3 || /\d/.test(word) ? word : reduce(word)
    known.set(word, found)
  }
  return found
}

/** Whether a stem is the beginning of the word, for which the index is asked as such; it has its own English stems. */
export const isCut = (word: string, stemmed: string): boolean => stemmed !== word && !/^[a-z]+$/.test(word)
