/** Single records as data, or the answer for one that is not there: a redirect, a 404, or a 410 with the reason. */
import { DATA_VERSION } from '@/lib/domain/data'
import { getClaim } from '@/lib/queries/claims/page'
import { getClaimVersion } from '@/lib/queries/claims/version'
import { claimData, claimVersionData } from '@/lib/queries/data/claim'
import { type Folder, pageUrl } from '@/lib/queries/data/refs'
import { sourceData } from '@/lib/queries/data/source'
import { speakerData } from '@/lib/queries/data/speaker'
import { topicData } from '@/lib/queries/data/topic'
import { getSource } from '@/lib/queries/sources/page'
import { getSpeaker } from '@/lib/queries/speakers/page'
import { getTopic } from '@/lib/queries/topics'
import type { Found } from '@/lib/queries/views'
import { getDatabase } from '@/lib/web/database'
import { tagged } from '@/lib/web/etag'
import { plainWords as t } from '@/lib/web/plain-words'
import { problem } from '@/lib/web/problem'
import { claimFeed, entityFeed } from './entity-feed'
import { FEEDS, feedText, isFeed } from './feeds'
import { FORMATS } from './sheets'
import { READER } from './views'

const READS = {
  claims: getClaim,
  speakers: getSpeaker,
  sources: getSource,
  topics: getTopic,
} as const

const isFolder = (folder: string): folder is Folder => Object.hasOwn(READS, folder)

/** The teaching ledger is invented: it has pages, and no data. */
const isInvented = (page: unknown) => (page as { shelf?: string }).shelf === 'teaching'

/** @param moved the address of what was renamed, by the address that it has now */
const standing = <T>(
  found: Found<T>,
  moved: (slug: string) => string,
): { page: T } | { answer: Response } => {
  if (found.kind === 'found')
    return isInvented(found.page) ? { answer: problem(404, t('data.teaching')) } : { page: found.page }
  if (found.kind === 'moved')
    return { answer: new Response(null, { status: 308, headers: { Location: moved(found.slug) } }) }
  if (found.kind === 'missing') return { answer: problem(404, t('data.missing')) }
  const { reason } = found
  const sentence = reason ? t('shell.goneReason', { reason }) : t('shell.goneText')
  return { answer: problem(410, sentence, { reason }) }
}

const noSuchForm = () => problem(404, t('data.noSuchForm'))

const document = (request: Request, kind: string, self: string, page: string, data: object): Response =>
  tagged(request, JSON.stringify({ version: DATA_VERSION, kind, links: { self, page }, data }), {
    'Content-Type': FORMATS.json,
    Link: `<${page}>; rel="alternate"; type="text/html"`,
  })

const dataOf = async (folder: Folder, slug: string, site: string) => {
  const db = getDatabase()
  const moved = (now: string) => `${pageUrl(site, folder, now)}.json`
  const read = async <T>(
    kind: string,
    found: Promise<Found<T>>,
    toData: (page: T, site: string) => object,
  ) => {
    const at = standing(await found, moved)
    return 'answer' in at ? at : { kind, data: toData(at.page, site) }
  }
  if (folder === 'claims') return read('claim', getClaim(db, READER, slug), claimData)
  if (folder === 'speakers') return read('speaker', getSpeaker(db, READER, slug), speakerData)
  if (folder === 'sources') return read('source', getSource(db, READER, slug), sourceData)
  return read('topic', getTopic(db, READER, slug), topicData)
}

export const entityAnswer = async (
  request: Request,
  { folder, format, slug }: { folder: string; format: string; slug: string },
  site: string,
): Promise<Response> => {
  if (!isFolder(folder)) return noSuchForm()
  if (isFeed(format)) {
    const found = await READS[folder](getDatabase(), READER, slug)
    const at = standing<object>(found, (now) => `${pageUrl(site, folder, now)}${FEEDS[format].form}`)
    if ('answer' in at) return at.answer
    const feed = await (folder === 'claims'
      ? claimFeed(at.page as never, site)
      : entityFeed(folder, at.page as never, site))
    return tagged(request, feedText(format, feed), { 'Content-Type': FEEDS[format].type })
  }
  if (format !== 'json') return noSuchForm()
  const read = await dataOf(folder, slug, site)
  if ('answer' in read) return read.answer
  const page = pageUrl(site, folder, slug)
  return document(request, read.kind, `${page}.json`, page, read.data)
}

export const versionAnswer = async (
  request: Request,
  { folder, format, slug, version }: { folder: string; format: string; slug: string; version: string },
  site: string,
): Promise<Response> => {
  if (folder !== 'claims' || format !== 'json') return noSuchForm()
  const isNumber = /^[1-9]\d{0,8}$/.test(version)
  const found: Awaited<ReturnType<typeof getClaimVersion>> = isNumber
    ? await getClaimVersion(getDatabase(), READER, slug, Number(version))
    : { kind: 'missing' }
  const at = standing(found, (now) => `${pageUrl(site, 'claims', now)}/v/${version}.json`)
  if ('answer' in at) return at.answer
  const page = `${pageUrl(site, 'claims', slug)}/v/${version}`
  return document(request, 'claim-version', `${page}.json`, page, claimVersionData(at.page, site))
}
