/** The feed of a view: what was recorded last of all that matches, whatever the order of the page. */
import {
  describeClaimQuery,
  firstPage,
  hrefOf,
  listHref,
  parseClaimQuery,
  parseSourceQuery,
  parseSpeakerQuery,
  type SourceQuery,
  type SpeakerQuery,
  sentenceOf,
} from '@/lib/domain/query'
import { listClaimItems } from '@/lib/queries/claims/list'
import type { Folder } from '@/lib/queries/data/refs'
import { listSources } from '@/lib/queries/sources/list'
import { listSpeakers } from '@/lib/queries/speakers/list'
import { newestTopics } from '@/lib/queries/topics'
import { getDatabase } from '@/lib/web/database'
import { PLAIN_LANGUAGE, plainWords as t } from '@/lib/web/plain-words'
import { claimEntries, sourceEntries, speakerEntries, topicEntries } from './entries'
import type { Entry, FeedView } from './feeds'
import { READER } from './views'

const say = (key: string, values?: Record<string, string | number>) =>
  t(`query.${key}` as 'query.by', values as never)
const label = (vocabulary: string, value: string) => t(`${vocabulary}.${value}` as 'status.unsourced')

/** Entries of a feed: enough for whoever looks in once a day. */
const ENTRIES = 50

/**
 * The feed of a view of the claims.
 * @param base the address of the feed without its form, and its page, where it is a record's own
 */
export const claimsFeed = async (
  params: URLSearchParams,
  site: string,
  own?: { title: string; base: string },
): Promise<FeedView> => {
  const { query } = parseClaimQuery(params)
  const first = firstPage(query)
  const asked = { ...first, per: ENTRIES, sort: { by: 'published', descending: true } as const }
  const { rows, names } = await listClaimItems(getDatabase(), READER, asked)
  const search = hrefOf(first, '')
  return {
    title: own?.title ?? sentenceOf(describeClaimQuery(asked, names, say, label)),
    description: t('shell.footer'),
    language: PLAIN_LANGUAGE,
    page: own?.base ?? `${site}/claims${search}`,
    base: own?.base ?? `${site}/claims`,
    search: own ? '' : search,
    publisher: t('shell.name'),
    entries: claimEntries(rows, site),
  }
}

/** What the feeds of the other lists have in common. */
const recordsFeed = (
  folder: Exclude<Folder, 'claims'>,
  { site, search, kind }: { site: string; search: string; kind?: string },
  entries: Entry[],
): FeedView => {
  const title = t(`${folder}.title`)
  return {
    title: kind ? t('data.listOf', { list: title, kind }) : title,
    description: t(`${folder}.intro`),
    language: PLAIN_LANGUAGE,
    page: `${site}/${folder}${search}`,
    base: `${site}/${folder}`,
    search,
    publisher: t('shell.name'),
    entries,
  }
}

/** What was recorded last of a view, whichever page of it the address has. */
const newest = <Q extends SpeakerQuery | SourceQuery>(query: Q): Q => ({
  ...query,
  sort: 'recorded',
  per: ENTRIES,
  after: undefined,
  before: undefined,
})

const speakersFeed = async (params: URLSearchParams, site: string) => {
  const { query } = parseSpeakerQuery(params)
  const { rows } = await listSpeakers(getDatabase(), READER, newest(query))
  const kind = query.kind && t(`speakerKinds.${query.kind}`)
  return recordsFeed('speakers', { site, search: listHref('', query), kind }, speakerEntries(rows, site))
}

const sourcesFeed = async (params: URLSearchParams, site: string) => {
  const { query } = parseSourceQuery(params)
  const { rows } = await listSources(getDatabase(), READER, newest(query))
  const kinds = [
    ...(query.kind ? [t(`sourceKind.${query.kind}`)] : []),
    ...(query.status ? [t(`sourceStatus.${query.status}`)] : []),
  ]
  return recordsFeed(
    'sources',
    { site, search: listHref('', query), kind: kinds.join(', ') },
    sourceEntries(rows, site),
  )
}

const topicsFeed = async (site: string) =>
  recordsFeed(
    'topics',
    { site, search: '' },
    topicEntries(await newestTopics(getDatabase(), READER, ENTRIES), site),
  )

export const listFeed = (folder: Folder, params: URLSearchParams, site: string): Promise<FeedView> => {
  if (folder === 'claims') return claimsFeed(params, site)
  if (folder === 'speakers') return speakersFeed(params, site)
  return folder === 'sources' ? sourcesFeed(params, site) : topicsFeed(site)
}
