/** The forms in which a page stands besides: what it says of them in its head, and in its foot. */
import type { Metadata } from 'next'
import { siteAddress } from './address'

export interface Twin {
  form: 'json' | 'csv' | 'jsonl' | 'atom' | 'feed'
  /** The path, with its query. */
  href: string
  type: string
}

const feedTwins = (base: string, search = ''): Twin[] => [
  { form: 'atom', href: `${base}.atom${search}`, type: 'application/atom+xml' },
  { form: 'feed', href: `${base}.feed.json${search}`, type: 'application/feed+json' },
]

/**
 * Of a list: the page that is shown as JSON, and the whole view in the other forms.
 * @param self the query of the address of this page, and `first` of the first page: `?topic=cecot`, or nothing
 */
export const listTwins = (folder: string, self: string, first: string): Twin[] => [
  { form: 'json', href: `/${folder}.json${self}`, type: 'application/json' },
  { form: 'csv', href: `/${folder}.csv${first}`, type: 'text/csv' },
  { form: 'jsonl', href: `/${folder}.jsonl${first}`, type: 'application/jsonl' },
  ...feedTwins(`/${folder}`, first),
]

/**
 * Of a page of figures.
 * @param page its path, with its query
 * @param table whether it is one table
 */
export const figureTwins = (page: string, table = true): Twin[] => {
  const as = (form: 'json' | 'csv') => page.replace(/(\?|$)/, `.${form}$1`)
  return [
    { form: 'json', href: as('json'), type: 'application/json' },
    ...(table ? [{ form: 'csv', href: as('csv'), type: 'text/csv' } as const] : []),
  ]
}

const pathOf = (folder: string, slug: string) => `/${folder}/${encodeURIComponent(slug)}`

/** Of a claim, speaker, source or topic. */
export const recordTwins = (folder: string, slug: string): Twin[] => [
  { form: 'json', href: `${pathOf(folder, slug)}.json`, type: 'application/json' },
  ...feedTwins(pathOf(folder, slug)),
]

/** What the head of a page says of the forms that it has, and of its own address, which other spellings lead to too. */
const alternates = async (page: string, twins: readonly Twin[]): Promise<Metadata> => {
  const site = await siteAddress()
  const types = Object.fromEntries(twins.map(({ type, href }) => [type, site + href]))
  return { alternates: { canonical: site + page, types } }
}

/** As listTwins, for the head of the page. */
export const listHead = (folder: string, self: string, first: string): Promise<Metadata> =>
  alternates(`/${folder}${self}`, listTwins(folder, self, first))

/** As recordTwins, for the head of the page; nothing of what readers may not see. */
export const recordHead = async (folder: string, slug: string, shelf = 'public'): Promise<Metadata> =>
  shelf === 'public' ? alternates(pathOf(folder, slug), recordTwins(folder, slug)) : {}
