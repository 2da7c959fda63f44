/** The reads that are measured, on what the ledger has most of. */
import type { Database } from '../../lib/db/client'
import { stateOf } from '../../lib/db/state'
import { parseClaimQuery } from '../../lib/domain/query'
import { getClaimFacets } from '../../lib/queries/claims/facets'
import { listClaims } from '../../lib/queries/claims/list'
import { getClaim } from '../../lib/queries/claims/page'
import { getOverview } from '../../lib/queries/overview'
import { getSpeaker } from '../../lib/queries/speakers/page'
import { type Effort, type Timing, timed } from './measure'

const viewer = { kind: 'public' } as const
const most = { where: { shelf: 'public' }, orderBy: { claimCount: 'desc' } } as const

/** Times every list and page. @returns the timings by name; lists include their total */
export const measureReads = async (
  db: Database,
  effort: Effort,
): Promise<{ lists: Record<string, Timing>; pages: Record<string, Timing> }> => {
  const { reader } = db
  const speaker = await reader.speaker.findFirstOrThrow(most)
  const topic = await reader.topic.findFirstOrThrow(most)
  const source = await reader.source.findFirstOrThrow(most)
  const claim = await reader.claim.findFirstOrThrow({
    where: { shelf: 'public', speakerId: speaker.id },
    orderBy: { evidenceFor: 'desc' },
  })
  const list = (params: Record<string, string>) => () => listClaims(db, viewer, parseClaimQuery(params).query)
  const first = await list({})()
  const asked: Record<string, Record<string, string>> = {
    newest: {},
    'unsupported, by a speaker': { speaker: speaker.slug, status: 'unsupported' },
    'of a topic': { topic: topic.slug },
    'on a source': { source: source.slug },
    'with a flag': { flag: 'untraced_reports' },
    'with a status': { status: 'contested' },
    'by speaker': { sort: 'speaker' },
    'second page': { after: first.after ?? '' },
  }
  const lists: Record<string, Timing> = {}
  for (const [name, params] of Object.entries(asked)) {
    const { dropped } = parseClaimQuery(params)
    if (dropped.length > 0) throw new Error(`The list “${name}” asks for what no address may.`)
    if ((await list(params)()).rows.length === 0) throw new Error(`The list “${name}” is empty.`)
    lists[name] = await timed(list(params), effort)
  }
  const narrow = async (name: string, params: Record<string, string>) => {
    const { query } = parseClaimQuery(params)
    const found = await listClaims(db, viewer, query)
    return { [`facets: ${name}`]: await timed(() => getClaimFacets(db, viewer, query, found), effort) }
  }
  const facets = async () => ({
    ...(await narrow('newest', {})),
    ...(await narrow('unsupported, by a speaker', asked['unsupported, by a speaker'] ?? {})),
    ...(await narrow('of a topic', { topic: topic.slug })),
    ...(await narrow('on a source, estimated', { source: source.slug })),
    ...(await narrow('three conditions, estimated', {
      source: source.slug,
      topic: topic.slug,
      act: 'assertion',
    })),
  })
  return {
    lists,
    pages: {
      claim: await timed(() => getClaim.fresh(db, viewer, claim.slug), effort),
      'whether anything was written': await timed(() => stateOf(db), effort),
      ...(await facets()),
      speaker: await timed(() => getSpeaker.fresh(db, viewer, speaker.slug), effort),
      overview: await timed(() => getOverview.fresh(db, viewer), effort),
    },
  }
}
