/** Feeds as Atom (RFC 4287) and as JSON Feed 1.1. */
import { Feed } from 'feed'

export interface Entry {
  /** For good, whatever its address comes to be. */
  id: string
  url: string
  title: string
  published: Date
  updated: Date
  /** What it says, in paragraphs of plain text. */
  paragraphs: string[]
  tags: string[]
}

/** What a feed of a view or a record holds. */
export interface FeedView {
  title: string
  description: string
  language: string
  /** The page for readers. */
  page: string
  /** The address without its form, and the rest after it: `/claims` and `?topic=cecot`. */
  base: string
  search: string
  publisher: string
  entries: Entry[]
}

export const FEEDS = {
  atom: { type: 'application/atom+xml; charset=utf-8', form: '.atom' },
  feed: { type: 'application/feed+json; charset=utf-8', form: '.feed.json' },
} as const
export type FeedFormat = keyof typeof FEEDS

export const isFeed = (format: string): format is FeedFormat => Object.hasOwn(FEEDS, format)

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const html = (text: string): string => text.replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter)

/** Characters that no XML document may hold, written in any way. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
const plain = (text: string): string => text.replace(FORBIDDEN, '\uFFFD')

const content = (paragraphs: readonly string[]): string =>
  paragraphs.map((text) => `<p>${html(plain(text))}</p>`).join('\n')

const selfOf = ({ base, search }: FeedView, format: FeedFormat) => `${base}${FEEDS[format].form}${search}`

/** The latest change; of an empty feed the beginning of time, so that the same feed is always the same text. */
const updatedOf = ({ entries }: FeedView): Date =>
  new Date(Math.max(0, ...entries.map(({ updated }) => updated.getTime())))

const atom = (view: FeedView): string => {
  const feed = new Feed({
    id: selfOf(view, 'atom'),
    title: plain(view.title),
    description: plain(view.description),
    link: view.page,
    feed: selfOf(view, 'atom'),
    updated: updatedOf(view),
    author: { name: view.publisher },
    generator: view.publisher,
  })
  for (const { id, url, title, published, updated, paragraphs, tags } of view.entries)
    feed.addItem({
      id,
      link: url,
      // The library says of titles that they are HTML.
      title: html(plain(title)),
      published,
      date: updated,
      content: content(paragraphs),
      category: tags.map((term) => ({ term: plain(term), name: plain(term) })),
    })
  return feed.atom1()
}

/** Written here, because the library knows JSON Feed 1.0 only. */
const jsonFeed = (view: FeedView): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: view.title,
    description: view.description,
    language: view.language,
    home_page_url: view.page,
    feed_url: selfOf(view, 'feed'),
    authors: [{ name: view.publisher }],
    items: view.entries.map(({ id, url, title, published, updated, paragraphs, tags }) => ({
      id,
      url,
      title,
      content_html: content(paragraphs),
      date_published: published.toISOString(),
      date_modified: updated.toISOString(),
      ...(tags.length > 0 ? { tags } : {}),
    })),
  })

export const feedText = (format: FeedFormat, view: FeedView): string =>
  format === 'atom' ? atom(view) : jsonFeed(view)
