/** The feed of one record: of a claim its history, of everything else its claims. */
import { type Folder, pageUrl } from '@/lib/queries/data/refs'
import type { ClaimPage } from '@/lib/queries/views'
import { PLAIN_LANGUAGE, plainWords as t } from '@/lib/web/plain-words'
import { historyEntries } from './entries'
import type { FeedView } from './feeds'
import { claimsFeed } from './list-feed'

/** What happened to a claim: to be told when its status moves. */
export const claimFeed = (claim: ClaimPage, site: string): FeedView => {
  const base = pageUrl(site, 'claims', claim.slug)
  return {
    title: t('data.historyOf', { statement: claim.statement }),
    description: claim.sentence,
    language: PLAIN_LANGUAGE,
    page: base,
    base,
    search: '',
    publisher: t('shell.name'),
    entries: historyEntries(claim, site),
  }
}

const RECORDS = {
  speakers: { key: 'speaker', title: 'claimsOf' },
  sources: { key: 'source', title: 'claimsIn' },
  topics: { key: 'topic', title: 'claimsAbout' },
} as const

/** The claims of a speaker, source or topic, the last published first. */
export const entityFeed = (
  folder: Exclude<Folder, 'claims'>,
  { slug, name }: { slug: string; name: string },
  site: string,
): Promise<FeedView> => {
  const { key, title } = RECORDS[folder]
  const own = { title: t(`data.${title}`, { name }), base: pageUrl(site, folder, slug) }
  return claimsFeed(new URLSearchParams({ [key]: slug }), site, own)
}
