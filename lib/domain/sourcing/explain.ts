/** The one plain sentence (§2.9), from facts, so that another language can say the same. */
import type { Status } from './types'

/** What a sentence is made of; names in it may be printed. Lists of names are asked for only where they are said. */
export interface Facts {
  status: Status
  speechAct: string
  /** The maker's name; null for a rumour. */
  maker: string | null
  recanted: boolean
  retractedSupport: boolean
  supports: SideFacts
  contradicts: SideFacts
}

export interface SideFacts {
  tier: number
  /** Origins as they are shown. */
  shown: number
  proven: readonly unknown[]
  /** Proven origins by name, else the named ones that do not say how they know. */
  names(): string[]
  records(): string[]
  /** Whether a news organization vouches for every unnamed origin. */
  vouched(): boolean
  /** Who the aligned part of it comes from. */
  interested(): string[]
  /** Items that lead nowhere. */
  repeats(): number
}

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const number = (n: number): string => WORDS[n] ?? n.toLocaleString('en')
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const plural = (n: number, one: string, many: string): string => (n === 1 ? one : many)

/** Names beyond this many are only counted: the list below the sentence has them all. */
const NAMED = 4

/** A, B and C; a long list is cut. */
const list = (names: readonly string[]): string => {
  const shown = names.length > NAMED ? names.slice(0, NAMED - 1) : names
  const rest = names.length - shown.length
  const parts = rest > 0 ? [...shown, `${number(rest)} others`] : shown
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

const sources = (n: number) => `${number(n)} independent ${plural(n, 'source', 'sources')}`

const article = (noun: string) => (/^[aeiou]/.test(noun) ? 'an' : 'a')

const SENTENCES: Record<Status, (facts: Facts) => string> = {
  not_checkable: ({ speechAct }) =>
    `This is ${article(speechAct)} ${speechAct}, so its sourcing is not assessed.`,
  contested: ({ supports, contradicts }) =>
    `${capital(sources(supports.shown))} ${plural(supports.shown, 'supports', 'support')} this and ${number(contradicts.shown)} ${plural(contradicts.shown, 'contradicts', 'contradict')} it.`,
  contradicted: ({ recanted, maker, contradicts, supports }) => {
    if (recanted && maker !== null)
      return `${capital(maker)}, who made this claim, has since contradicted it.`
    const against = `${capital(sources(contradicts.shown))} ${plural(contradicts.shown, 'contradicts', 'contradict')} this (${list(contradicts.names())})`
    if (supports.tier === 0) return `${against}, and no independent source supports it.`
    return `${against}, against ${number(supports.shown)} ${plural(supports.shown, 'source', 'sources')} in support.`
  },
  documented: ({ supports }) => {
    const records = supports.records()
    const first =
      records.length === 1
        ? `A primary record supports this (${list(records)})`
        : `${capital(number(records.length))} primary records support this (${list(records)})`
    return supports.shown > records.length ? `${first}; ${sources(supports.shown)} in all.` : `${first}.`
  },
  corroborated: ({ supports }) =>
    `${capital(sources(supports.shown))} support this (${list(supports.names())}).`,
  single_source: ({ supports }) => {
    const names = supports.names()
    if (supports.proven.length > 0) return `One independent source supports this (${list(names)}).`
    return `${capital(list(names))} ${names.length === 1 ? 'supports this without saying how they know' : 'support this, and none says how they know; together they count as one source'}.`
  },
  anonymous_only: ({ supports }) =>
    supports.vouched()
      ? `This rests only on unnamed sources at ${number(supports.shown)} news ${plural(supports.shown, 'organization', 'organizations')}; no one is on the record.`
      : 'This rests only on unnamed sources for whom no news organization is recorded as vouching; no one is on the record.',
  self_sourced: ({ supports }) =>
    `Everything cited for this comes from ${list(supports.interested())}: the maker of the claim or a party with a stake in it.`,
  untraced: ({ supports }) => {
    const repeats = supports.repeats()
    if (repeats === 1) return 'One source repeats this without saying where the information came from.'
    return `${capital(number(repeats))} sources repeat this, but none says where the information came from.`
  },
  circular: () =>
    'The sources cited for this lead back to one another and never reach anyone with first-hand knowledge.',
  unsourced: ({ retractedSupport, maker }) => {
    if (retractedSupport) return 'The only sources recorded for this have been retracted.'
    return maker === null
      ? 'Nobody is recorded as having said this first, and no source that can be counted is recorded.'
      : `This rests on the word of ${maker} alone; no source that can be counted is recorded.`
  },
}

/** The sentence in English. */
export const explain = (facts: Facts): string => SENTENCES[facts.status](facts)
