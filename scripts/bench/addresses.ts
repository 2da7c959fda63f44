/** The addresses that are measured, on what the ledger has most of. */
import type { Database } from '../../lib/db/client'
import type { InTurn, Paths } from './load'
import { searchesOf } from './searches'

export const RARE_SEARCH = 'claims, search, up to 1 % match'
export const COMMON_SEARCH = 'claims, search, a common word'

const most = { where: { shelf: 'public' }, orderBy: { claimCount: 'desc' } } as const

/** More than are asked for in turn, so that none is asked for twice. */
const MANY = 150
const many = { ...most, take: MANY, select: { slug: true } } as const

const under = (folder: string, rows: { slug: string }[]) => rows.map(({ slug }) => `/${folder}/${slug}`)

/**
 * The addresses of pages in a ledger, by name. Pages of records are kept until something is written, so each time
 * another is asked for; the overview is one page, and the claim that is asked for again is kept.
 */
export const pagesOf = async (db: Database): Promise<InTurn> => {
  const { reader } = db
  const speakers = await reader.speaker.findMany(many)
  const sources = await reader.source.findMany(many)
  const topics = await reader.topic.findMany(many)
  const claims = await reader.claim.findMany({
    where: { shelf: 'public' },
    orderBy: [{ saidFrom: 'desc' }, { id: 'desc' }],
    take: MANY,
    select: { slug: true },
  })
  const [speaker, source, topic] = [speakers, sources, topics].map(([first]) => first?.slug ?? '')
  const { rare, common } = await searchesOf(db)
  return {
    'overview, again': '/',
    claims: '/claims',
    'claims, unsupported, by a speaker': `/claims?speaker=${speaker}&status=unsupported`,
    'claims, of a topic, with a flag, since 2015': `/claims?topic=${topic}&flag=untraced_reports&from=2015`,
    'claims, on a source, by speaker': `/claims?source=${source}&sort=speaker`,
    [RARE_SEARCH]: `/claims?q=${encodeURIComponent(rare)}`,
    [COMMON_SEARCH]: `/claims?q=${encodeURIComponent(common)}`,
    'claims, last page': '/claims?before=last',
    claim: under('claims', claims),
    'claim, again': `/claims/${claims[0]?.slug}`,
    speakers: '/speakers',
    speaker: under('speakers', speakers),
    source: under('sources', sources),
    topic: under('topics', topics),
  }
}

/** A page of the same list for programs. As CSV it is the whole list, whose time is that of its size. */
export const TWIN = { 'claims as JSON': '/claims.json' } satisfies Paths

/** The pages that others are compared with; only the bench's own server has them (docs/decisions/0081). */
export const COMPARED = {
  'empty page': '/bench/empty',
  'claims, constant rows': '/bench/constant',
  'empty answer': '/bench/nothing',
} satisfies Paths
