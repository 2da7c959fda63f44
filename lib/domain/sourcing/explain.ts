/** The one plain sentence (§2.9), in English, from facts; it is grammatical whatever the names are. */
import type { Facts, Names } from './types'

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const number = (n: number): string => WORDS[n] ?? n.toLocaleString('en')
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const plural = (n: number, one: string, many: string): string => (n === 1 ? one : many)

/** Names beyond this many are only counted: the list below the sentence has them all. */
const NAMED = 4

/** A, B and C; a long list is cut. */
const list = ({ names, unnamed }: Names): string => {
  const parts = [...names]
  if (unnamed > 0) parts.push(unnamed === 1 ? 'an unnamed source' : `${number(unnamed)} unnamed sources`)
  if (parts.length > NAMED) {
    const cut = names.length + unnamed - (NAMED - 1)
    parts.splice(NAMED - 1, parts.length, `${number(cut)} others`)
  }
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

const several = ({ names, unnamed }: Names): boolean => names.length + unnamed > 1
const sources = (n: number): string => `${number(n)} independent ${plural(n, 'source', 'sources')}`
const article = (noun: string): string => (/^[aeiou]/.test(noun) ? 'an' : 'a')

const documented = (records: number, what: Names, all: number): string => {
  const first = plural(
    records,
    'A primary record supports',
    `${capital(number(records))} primary records support`,
  )
  const rest = all > records ? `; ${sources(all)} in all` : ''
  return `${first} this (${list(what)})${rest}.`
}

const contradicted = (contradicts: number, who: Names, supports: number): string => {
  const against = `${capital(sources(contradicts))} ${plural(contradicts, 'contradicts', 'contradict')} this (${list(who)})`
  return supports === 0
    ? `${against}, and no independent source supports it.`
    : `${against}, against ${number(supports)} ${plural(supports, 'source', 'sources')} in support.`
}

const unstated = (who: Names, unnamedToo: boolean): string => {
  const many = several(who)
  const first = `${capital(list(who))} ${many ? 'support' : 'supports'} this without saying how they know`
  if (unnamedToo) return `${first}; unnamed sources support it too.`
  return many ? `${first}; together they count as one source.` : `${first}.`
}

const contradictedUnstated = (who: Names, unnamedToo: boolean): string => {
  const verb = several(who) ? 'contradict' : 'contradicts'
  const too = unnamedToo ? ', unnamed sources contradict it too,' : ','
  return `${capital(list(who))} ${verb} this without saying how they know${too} and no independent source supports it.`
}

const ANONYMOUS = 'This rests only on unnamed sources'
const OFF = 'no one is on the record'

const anonymousOnly = (n: number, vouchedFor: 'all' | 'some' | 'none'): string => {
  if (vouchedFor === 'none')
    return `${ANONYMOUS} for whom no news organization is recorded as vouching; ${OFF}.`
  if (vouchedFor === 'some') return `${ANONYMOUS}, and no news organization vouches for some of them; ${OFF}.`
  return `${ANONYMOUS} at ${number(n)} news ${plural(n, 'organization', 'organizations')}; ${OFF}.`
}

/** The sentence in English. */
export const explain = (facts: Facts): string => {
  switch (facts.say) {
    case 'not_checkable':
      return `This is ${article(facts.speechAct)} ${facts.speechAct}, so its sourcing is not assessed.`
    case 'contested': {
      const { supports, contradicts } = facts
      const first = `${capital(sources(supports))} ${plural(supports, 'supports', 'support')} this`
      return `${first} and ${number(contradicts)} ${plural(contradicts, 'contradicts', 'contradict')} it.`
    }
    case 'recanted':
      return facts.maker === null
        ? 'The unnamed maker of this claim has since contradicted it.'
        : `${capital(facts.maker)}, who made this claim, has since contradicted it.`
    case 'contradicted':
      return contradicted(facts.contradicts, facts.who, facts.supports)
    case 'contradicted_unstated':
      return contradictedUnstated(facts.who, facts.unnamedToo)
    case 'documented':
      return documented(facts.records, facts.what, facts.sources)
    case 'corroborated':
      return `${capital(sources(facts.sources))} support this (${list(facts.who)}).`
    case 'single_source':
      return `One independent source supports this (${list(facts.who)}).`
    case 'single_unstated':
      return unstated(facts.who, facts.unnamedToo)
    case 'anonymous_only':
      return anonymousOnly(facts.sources, facts.vouchedFor)
    case 'anonymous_unstated':
      return `${ANONYMOUS} who do not say how they know; ${OFF}.`
    case 'self_sourced':
      return `Everything cited for this comes from ${list(facts.who)}: the maker of the claim or a party with a stake in it.`
    case 'untraced':
      return facts.repeats === 1
        ? 'One source repeats this without saying where the information came from.'
        : `${capital(number(facts.repeats))} sources repeat this, but none says where the information came from.`
    case 'circular':
      return 'The sources cited for this lead back to one another and never reach anyone with first-hand knowledge.'
    case 'retracted':
      return 'The only sources recorded for this have been retracted.'
    case 'own_word':
      return `This rests on the word of ${facts.maker} alone; no source that can be counted is recorded.`
    case 'nobody':
      return 'Nobody is recorded as having said this first, and no source that can be counted is recorded.'
  }
}
