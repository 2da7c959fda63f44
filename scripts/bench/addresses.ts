/** The addresses that are measured, on what the ledger has most of. */
import type { Database } from '../../lib/db/client'
import type { Client } from './client'
import type { Paths } from './load'
import { searchesOf } from './searches'

export const RARE_SEARCH = 'claims, search, up to 1 % match'
export const COMMON_SEARCH = 'claims, search, a common word'

const most = { where: { shelf: 'public' }, orderBy: { claimCount: 'desc' } } as const

/** The addresses of pages in a ledger, by name. */
export const pagesOf = async (db: Database): Promise<Paths> => {
  const { reader } = db
  const speaker = await reader.speaker.findFirstOrThrow(most)
  const source = await reader.source.findFirstOrThrow(most)
  const topic = await reader.topic.findFirstOrThrow(most)
  const claim = await reader.claim.findFirstOrThrow({
    where: { shelf: 'public', speakerId: speaker.id },
    orderBy: { evidenceFor: 'desc' },
  })
  const { rare, common } = await searchesOf(db)
  return {
    overview: '/',
    claims: '/claims',
    'claims, unsupported, by a speaker': `/claims?speaker=${speaker.slug}&status=unsupported`,
    'claims, of a topic, with a flag, since 2015': `/claims?topic=${topic.slug}&flag=untraced_reports&from=2015`,
    'claims, on a source, by speaker': `/claims?source=${source.slug}&sort=speaker`,
    [RARE_SEARCH]: `/claims?q=${encodeURIComponent(rare)}`,
    [COMMON_SEARCH]: `/claims?q=${encodeURIComponent(common)}`,
    'claims, last page': '/claims?before=last',
    claim: `/claims/${claim.slug}`,
    speakers: '/speakers',
    speaker: `/speakers/${speaker.slug}`,
    source: `/sources/${source.slug}`,
    topic: `/topics/${topic.slug}`,
  }
}

/** The same list for programs. */
export const TWINS = { 'claims as JSON': '/claims.json', 'claims as CSV': '/claims.csv' } satisfies Paths

/** The pages that others are compared with; only the bench's own server has them (docs/decisions/0081). */
export const COMPARED = {
  'empty page': '/bench/empty',
  'claims, constant rows': '/bench/constant',
  'empty answer': '/bench/nothing',
} satisfies Paths

/** Those of the addresses that this site has. */
export const answering = async (client: Client, paths: Paths): Promise<Paths> => {
  const found: Paths = {}
  for (const [name, path] of Object.entries(paths))
    if ((await client.ask(path)).status === 200) found[name] = path
  return found
}
