/** A query as a sentence in parts: words, and conditions each of which can be taken away by a link. */
import { type ClaimQuery, type ListKey } from './claim-query'
import { hrefOf, without } from './href'

/** A message of the catalogue by its key; the caller brings the language. */
export type Translate = (key: string, values?: Record<string, string | number>) => string

export type Part =
  | { kind: 'words'; text: string }
  | { kind: 'condition'; text: string; key: ListKey | 'from' | 'to'; value: string; removeHref: string }

/** What the addresses in a query stand for; an address that is not there is shown as it is. */
export interface Names {
  speakers: ReadonlyMap<string, { name: string }>
  sources: ReadonlyMap<string, { name: string }>
  topics: ReadonlyMap<string, { name: string }>
}

interface Group {
  key: ListKey
  /** Messages: before the first value, between two. */
  lead: string | null
  label: (value: string) => string
}

/**
 * The sentence: "Unsupported claims by Christopher Musto about CECOT, newest first".
 * @param t messages of the namespace `query`; @param label the label of a value of a closed vocabulary
 */
export const describeClaimQuery = (
  query: ClaimQuery,
  names: Names,
  t: Translate,
  label: (vocabulary: string, value: string) => string,
  base = '/claims',
): Part[] => {
  const parts: Part[] = []
  const say = (text: string) => parts.push({ kind: 'words', text })
  const condition = (key: ListKey | 'from' | 'to', value: string, text: string) =>
    parts.push({ kind: 'condition', key, value, text, removeHref: hrefOf(without(query, key, value), base) })
  const group = ({ key, lead, label: text }: Group) => {
    const values = query[key] as string[]
    values.forEach((value, i) => {
      if (i > 0) say(t('or'))
      else if (lead) say(t(lead))
      condition(key, value, text(value))
    })
  }
  const named = (map: ReadonlyMap<string, { name: string }>) => (slug: string) => map.get(slug)?.name ?? slug
  const adjectives: Group[] = [
    { key: 'status', lead: null, label: (v) => label('status', v) },
    { key: 'family', lead: null, label: (v) => label('family', v) },
    { key: 'act', lead: null, label: (v) => label('act', v) },
  ]
  for (const adjective of adjectives) group(adjective)
  say(parts.length > 0 ? t('claims') : t('allClaims'))
  group({ key: 'speaker', lead: 'by', label: named(names.speakers) })
  group({ key: 'topic', lead: 'about', label: named(names.topics) })
  group({ key: 'source', lead: 'in', label: named(names.sources) })
  group({ key: 'flag', lead: 'flagged', label: (v) => label('flag', v) })
  group({ key: 'basis', lead: 'basis', label: (v) => label('basis', v) })
  if (query.from) {
    say(t('from'))
    condition('from', query.from, query.from)
  }
  if (query.to) {
    say(t('to'))
    condition('to', query.to, query.to)
  }
  say(t(`order.${query.sort.by}.${query.sort.descending ? 'down' : 'up'}`))
  return parts
}

/** The sentence as plain text, for titles and feeds. */
export const sentenceOf = (parts: readonly Part[]): string =>
  parts
    .map((part) => part.text)
    .join(' ')
    .replace(/ ,/g, ',')
