/**
 * Sentences of refusals in another language. The key of a table is the English sentence as the code has it, with {0},
 * {1} and so on where the code puts something in; so no command has to know of languages (docs/decisions/0123).
 */
import { isolated } from './direction'

export interface RefusalTable {
  sentences: Record<string, string>
  /** Words that are put into sentences: names of fields and kinds. */
  words: Record<string, string>
}

export type SayRefusal = (sentence: string) => string

const PLACE = /\{(\d)\}/

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** What the code may have made of a key. */
const patternOf = (key: string): RegExp =>
  new RegExp(
    `^${key
      .split(/(\{\d\})/)
      .map((part) => (PLACE.test(part) ? '(.+?)' : escaped(part)))
      .join('')}$`,
    's',
  )

/**
 * Makes the sayer of a table. What stands in a sentence is said too where the table has it; else it is kept as it is,
 * isolated where it is written the other way. A sentence that the table does not have is returned as it came.
 */
export const sayRefusals = ({ sentences, words }: RefusalTable, locale: string): SayRefusal => {
  // The key with most text of its own first: “{0} It was left out.” fits much.
  const patterns = Object.entries(sentences)
    .filter(([key]) => PLACE.test(key))
    .sort(([a], [b]) => b.replaceAll(/\{\d\}/g, '').length - a.replaceAll(/\{\d\}/g, '').length)
    .map(([key, said]) => [patternOf(key), said] as const)
  const put = (value: string): string => {
    const said = words[value] ?? say(value)
    return said === value ? isolated(value, locale) : said
  }
  const say: SayRefusal = (sentence) => {
    const whole = sentences[sentence]
    if (whole) return whole
    for (const [pattern, said] of patterns) {
      const values = pattern.exec(sentence)?.slice(1)
      if (values) return said.replaceAll(/\{(\d)\}/g, (_, i: string) => put(values[Number(i)] ?? ''))
    }
    return sentence
  }
  return say
}
