/** A query as a sentence in parts: words, and conditions each of which can be taken away by a link. */
import { formatEdtf } from '../edtf'
import type { ClaimQuery, ListKey } from './claim-query'
import { hrefOf, without } from './href'

/** A message of the catalogue by its key; the caller brings the language. */
export type Translate = (key: string, values?: Record<string, string | number>) => string

export type Condition = ListKey | 'q' | 'from' | 'to'

export type Part =
  | { kind: 'words'; text: string }
  | { kind: 'condition'; text: string; key: Condition; value: string; removeHref: string }

/** What the addresses in a query stand for; an address that is not there is shown as it is. */
export interface Names {
  speakers: ReadonlyMap<string, { name: string }>
  sources: ReadonlyMap<string, { name: string }>
  topics: ReadonlyMap<string, { name: string }>
}

/** The label of a value of a closed vocabulary: `label('status', 'unsourced')`. */
export type Label = (vocabulary: string, value: string) => string

/** The groups that stand behind the noun, in the order of the sentence, each with the message that leads to it. */
const groupsOf = (
  names: Names,
  t: Translate,
  label: Label,
): [ListKey, lead: string, text: (value: string) => string][] => {
  const named = (map: ReadonlyMap<string, { name: string }>) => (slug: string) => map.get(slug)?.name ?? slug
  const quoted = (vocabulary: string) => (value: string) => t('quoted', { text: label(vocabulary, value) })
  return [
    ['speaker', 'by', named(names.speakers)],
    ['topic', 'about', named(names.topics)],
    ['source', 'in', named(names.sources)],
    ['flag', 'flagged', quoted('flag')],
    ['status', 'status', quoted('status')],
    ['family', 'that', (family) => t(`families.${family}`)],
    ['basis', 'basis', (basis) => t(`bases.${basis}`)],
  ]
}

const capital = (text: string): string => text.slice(0, 1).toLocaleUpperCase() + text.slice(1)

/**
 * The sentence: "Unsupported claims by Christopher Musto about CECOT, newest first".
 * @param t messages of the namespace `query`
 * @param base the path that the links of the conditions lead to
 * @param date writes the EDTF of a condition; in English by default
 * @returns two parts for a query without conditions (the noun and the order), more for any other
 */
export const describeClaimQuery = (
  query: ClaimQuery,
  names: Names,
  t: Translate,
  label: Label,
  base = '/claims',
  date: (edtf: string) => string = (edtf) => formatEdtf(edtf),
): Part[] => {
  const parts: Part[] = []
  const say = (text: string) => parts.push({ kind: 'words', text })
  const condition = (key: Condition, value: string, text: string) =>
    parts.push({ kind: 'condition', key, value, text, removeHref: hrefOf(without(query, key, value), base) })
  const anyOf = (key: ListKey, text: (value: string) => string) =>
    (query[key] as string[]).forEach((value, i) => {
      if (i > 0) say(t('or'))
      condition(key, value, text(value))
    })

  const isUnsupported = query.status.length === 1 && query.status[0] === 'unsupported'
  if (isUnsupported) anyOf('status', (value) => label('status', value))
  if (query.act.length > 0) anyOf('act', (act) => t(`acts.${act}`))
  else say(t(isUnsupported ? 'claims' : 'allClaims'))
  for (const [key, lead, text] of groupsOf(names, t, label)) {
    if (query[key].length === 0 || (key === 'status' && isUnsupported)) continue
    say(t(lead))
    anyOf(key, text)
  }
  if (query.q !== undefined) {
    say(t('with'))
    condition('q', query.q, t('quoted', { text: query.q }))
  }
  if (query.from) {
    say(t('from'))
    condition('from', query.from, date(query.from))
  }
  if (query.to) {
    say(t(query.from ? 'to' : 'upTo'))
    condition('to', query.to, date(query.to))
  }
  say(t(`order.${query.sort.by}.${query.sort.descending ? 'down' : 'up'}`))
  return parts.map((part, i) => (i === 0 ? { ...part, text: capital(part.text) } : part))
}

/** The sentence as plain text, for titles and feeds. */
export const sentenceOf = (parts: readonly Part[]): string =>
  parts.map(({ text }, i) => (i === 0 || /^[,،]/.test(text) ? text : ` ${text}`)).join('')
