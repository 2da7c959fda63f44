/**
 * The one sentence (§2.9) in the language of a catalogue. `explain` says it in English without one, as the rules
 * publish it and as it is stored; a test holds the two together.
 */
import type { Facts, Names } from './types'

/** Messages of the namespace `sentence`, by key. */
export type SentenceWords = (key: string, values?: Record<string, string | number>) => string

/** Names beyond this many are only counted, as in `explain`. */
const NAMED = 4

/** The parts that sentences are made of, in one language. */
const partsOf = (t: SentenceWords, locale: string) => {
  const number = (n: number) => t('number', { n })
  const conjunction = new Intl.ListFormat(locale, { type: 'conjunction' })
  const list = ({ names, unnamed }: Names): string => {
    const parts = names.map((name) => t('name', { name }))
    if (unnamed > 0) parts.push(t('unnamed', { n: unnamed, number: number(unnamed) }))
    if (parts.length > NAMED) {
      const cut = names.length + unnamed - (NAMED - 1)
      parts.splice(NAMED - 1, parts.length, t('others', { n: cut, number: number(cut) }))
    }
    return conjunction.format(parts)
  }
  return { number, list, sources: (n: number) => t('sources', { n, number: number(n) }) }
}

const several = ({ names, unnamed }: Names): number => names.length + unnamed
const yes = (truth: boolean): string => (truth ? 'yes' : 'no')

/** What a message is given to say these facts. */
const valuesOf = (
  facts: Facts,
  { number, list, sources }: ReturnType<typeof partsOf>,
): Record<string, string | number> => {
  switch (facts.say) {
    case 'not_checkable':
      return { act: facts.speechAct }
    case 'contested':
      return {
        n: facts.supports,
        sources: sources(facts.supports),
        m: facts.contradicts,
        against: number(facts.contradicts),
      }
    case 'recanted':
      return { named: yes(facts.maker !== null), maker: facts.maker ?? '' }
    case 'contradicted':
      return {
        n: facts.contradicts,
        sources: sources(facts.contradicts),
        who: list(facts.who),
        m: facts.supports,
        support: number(facts.supports),
      }
    case 'contradicted_unstated':
    case 'single_unstated':
      return { n: several(facts.who), who: list(facts.who), unnamedToo: yes(facts.unnamedToo) }
    case 'documented': {
      const { records, what } = facts
      const more = yes(facts.sources > records)
      return { n: records, number: number(records), what: list(what), more, sources: sources(facts.sources) }
    }
    case 'corroborated':
      return { n: facts.sources, sources: sources(facts.sources), who: list(facts.who) }
    case 'single_source':
    case 'self_sourced':
      return { who: list(facts.who) }
    case 'anonymous_only':
      return { vouchedFor: facts.vouchedFor, n: facts.sources, number: number(facts.sources) }
    case 'untraced':
      return { n: facts.repeats, number: number(facts.repeats) }
    case 'own_word':
      return { maker: facts.maker }
    default:
      return {}
  }
}

/**
 * @param t messages of the namespace `sentence`
 * @param locale how lists are joined, and a first letter is made large
 */
export const sayFacts = (facts: Facts, t: SentenceWords, locale: string): string => {
  const text = t(facts.say, valuesOf(facts, partsOf(t, locale)))
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)
}
