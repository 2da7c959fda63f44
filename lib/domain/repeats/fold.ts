/**
 * The form of text in which words are compared: what the migrations named `search` do to what they index, and the same
 * for what is looked for.
 */

/** Letters that Unicode does not take apart into a letter and a mark, or whose other form is written as often. */
const LETTERS = 'ÐØðøĐđĦħıŁłΆΈΉΊΌΎΏΐΪΫάέήίΰςϊϋόύώЁёآأؤإئةىٱکی'
const FOLDED = 'dododdhhillαεηιουωιιυαεηιυσιυουωееااوايهياكي'
const become = new Map<string, string>([
  ...[...LETTERS].map((letter, i): [string, string] => [letter, [...FOLDED][i] as string]),
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
])
const BECOMES = new RegExp(`[${[...become.keys()].join('')}]`, 'g')

/** Accents on Latin letters. On others they can make another letter, as in й. */
const ACCENTS = /([a-zæðøđħıłœþ])[\u0300-\u036F]+/g

/** Vowel points of Hebrew and Arabic, and the tatweel, which only lengthens a word. */
const POINTS =
  /[\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED]+/g

/**
 * Scripts that put no spaces between words, and Korean, whose words take endings: Thai and Lao, Burmese, Khmer, kana,
 * bopomofo, Han, Hangul.
 */
const APART =
  '\\u0E00-\\u0EFF\\u1000-\\u109F\\u1780-\\u17FF\\u3041-\\u30FF\\u3105-\\u312F\\u31A0-\\u31BF\\u31F0-\\u31FF' +
  '\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uAC00-\\uD7A3\\uF900-\\uFAFF\\u{20000}-\\u{3FFFF}'
const RUN = new RegExp(`[${APART}]+|[^${APART}]+`, 'gu')
const RUNNING = new RegExp(`^[${APART}]`, 'u')

/** Letters, marks and digits in a row: what is neither parts words. */
export const WORD = /[\p{L}\p{N}\p{M}]+/gu

const isAscii = (text: string): boolean => /^[\x00-\x7F]*$/.test(text)

/** @returns the text in small letters, without accents and points */
export const fold = (text: string): string =>
  isAscii(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .toLowerCase()
        .replace(ACCENTS, '$1')
        .normalize('NFC')
        .replace(POINTS, '')
        .replace(BECOMES, (letter) => become.get(letter) ?? letter)

/** The parts of a word: each run of a script without spaces, and what is between them. */
export const runsOf = (word: string): { run: string; apart: boolean }[] =>
  (word.match(RUN) ?? []).map((run) => ({ run, apart: RUNNING.test(run) }))

/** Pairs of neighbours of a run, which stand for its words; a single letter stands for itself. */
const pairs = (run: string): string[] => {
  const letters = [...run]
  return letters.length < 2 ? letters : letters.slice(1).map((letter, i) => `${letters[i]}${letter}`)
}

const partsOf = (folded: string, take: (run: string) => string[]): string[] =>
  isAscii(folded)
    ? (folded.match(/[a-z0-9]+/g) ?? [])
    : (folded.match(WORD) ?? []).flatMap((word) =>
        isAscii(word) ? word : runsOf(word).flatMap(({ run, apart }) => (apart ? take(run) : run)),
      )

/** A negation stays part of its word, or "can't" and "can" were the same. */
const NEGATION = /n['’]t(?!\p{L})/gu
/** A letter cut off by an apostrophe: what English adds to a word, or Romance languages put before one. */
const CUT_OFF = /(?<=\p{L})['’]\p{L}(?!\p{L})|(?<!\p{L})\p{L}['’](?=\p{L})/gu

/** The words of a text, folded, in order. Runs of scripts without spaces are given as pairs of letters. */
export const wordsOf = (text: string): string[] => {
  const folded = fold(text)
  return partsOf(/['’]/.test(folded) ? folded.replace(NEGATION, 'nt').replace(CUT_OFF, ' ') : folded, pairs)
}

/** A word, pair or phrase as the index holds it, folded: letters of scripts without spaces one by one. */
export const indexed = (words: string): string[] => partsOf(fold(words), (run) => [...run])
