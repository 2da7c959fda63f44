/** Views of the four lists, as an address asks for them: the same queries as the pages, read as a reader without account. */
import {
  type ClaimQuery,
  type Dropped,
  firstPage,
  hrefOf,
  LAST,
  listHref,
  parseClaimQuery,
  parseSourceQuery,
  parseSpeakerQuery,
  type SourceQuery,
  type SpeakerQuery,
  unusedIn,
  withPage,
  withSort,
} from '@/lib/domain/query'
import { listClaimItems } from '@/lib/queries/claims/list'
import { claimItemData } from '@/lib/queries/data/claim'
import type { Folder } from '@/lib/queries/data/refs'
import { sourceItemData } from '@/lib/queries/data/source'
import { speakerItemData } from '@/lib/queries/data/speaker'
import { topicItemData } from '@/lib/queries/data/topic'
import { listSources } from '@/lib/queries/sources/list'
import { listSpeakers } from '@/lib/queries/speakers/list'
import { listTopics } from '@/lib/queries/topics'
import type { Total } from '@/lib/queries/views'
import { getDatabase } from '@/lib/web/database'

/** Whoever reads data reads what everybody may read: see docs/decisions/0091. */
export const READER = { kind: 'public' } as const

/** A row of any list, as data. */
export type Item = Record<string, unknown>

/** A page of a view; places are queries of an address (`?after=…`, or nothing), null where there is no such page. */
export interface Sheet {
  items: Item[]
  total: Total
  dropped: Dropped[]
  next: string | null
  prev?: string | null
}

export interface View {
  folder: Folder
  /** The query of the address with nothing in it that was not used. */
  self: string
  first: string
  last?: string
  dropped: Dropped[]
  /** Reads the page that was asked for, or the one at another place of this view. */
  read(site: string, place?: string): Promise<Sheet>
}

/** More rows of an export at a time cost memory; fewer cost time. */
const PORTION = 500

const paramsIn = (place: string) => new URLSearchParams(place)

/** @param whole whether the page may be as long as a portion of an export */
const claims = (params: URLSearchParams, whole: boolean): View => {
  const { query: asked, dropped } = parseClaimQuery(params)
  // Only the best of a search are put in order; an export holds all that match.
  const query = whole && asked.sort.by === 'relevance' ? withSort(asked, 'saidOn') : asked
  const at = (q: ClaimQuery) => hrefOf(q, '')
  return {
    folder: 'claims',
    self: at(query),
    first: at(firstPage(query)),
    last: at(withPage(query, { before: LAST })),
    dropped,
    read: async (site, place) => {
      const here = place === undefined ? query : parseClaimQuery(paramsIn(place)).query
      const page = await listClaimItems(getDatabase(), READER, whole ? { ...here, per: PORTION } : here)
      const unknown = page.names.unknown.map(({ key, value }) => ({
        key,
        value,
        why: 'unknown_value' as const,
      }))
      return {
        items: page.rows.map((row) => claimItemData(row, site)),
        total: page.total,
        dropped: [...dropped, ...unknown],
        next: page.after && at(withPage(query, { after: page.after })),
        prev: page.before && at(withPage(query, { before: page.before })),
      }
    },
  }
}

/** What the lists of speakers and of sources have in common. */
const records =
  <Q extends SpeakerQuery | SourceQuery, Row>(
    folder: Folder,
    parse: (params: URLSearchParams) => { query: Q; dropped: Dropped[] },
    list: (query: Q) => Promise<{ rows: Row[]; total: number; after: string | null; before: string | null }>,
    dataOf: (row: Row, site: string) => Item,
  ) =>
  (params: URLSearchParams, whole: boolean): View => {
    const { query, dropped } = parse(params)
    const at = (page: { after?: string; before?: string }) => listHref('', query, page)
    return {
      folder,
      self: at(query),
      first: at({}),
      last: at({ before: LAST }),
      dropped,
      read: async (site, place) => {
        const here = place === undefined ? query : parse(paramsIn(place)).query
        const { rows, total, after, before } = await list(whole ? { ...here, per: PORTION } : here)
        return {
          items: rows.map((row) => dataOf(row, site)),
          total: { n: total, exact: true },
          dropped,
          next: after && at({ after }),
          prev: before && at({ before }),
        }
      },
    }
  }

/** Topics are few: one page holds them all. */
const topics = (params: URLSearchParams): View => {
  const dropped = unusedIn(params)
  return {
    folder: 'topics',
    self: '',
    first: '',
    dropped,
    read: async (site) => {
      const rows = await listTopics(getDatabase(), READER)
      const items = rows.map((row) => topicItemData(row, site))
      return { items, total: { n: items.length, exact: true }, dropped, next: null }
    },
  }
}

/** Reads an address as a view. Total, as the parsers are. */
export const VIEWS: Record<Folder, (params: URLSearchParams, whole: boolean) => View> = {
  claims,
  speakers: records(
    'speakers',
    parseSpeakerQuery,
    (query) => listSpeakers(getDatabase(), READER, query),
    speakerItemData,
  ),
  sources: records(
    'sources',
    parseSourceQuery,
    (query) => listSources(getDatabase(), READER, query),
    sourceItemData,
  ),
  topics,
}

/** Every page of a view, one after the other. Of what does not move meanwhile, each row comes once. */
export async function* sheetsOf(view: View, site: string): AsyncGenerator<Sheet> {
  for (let place: string | undefined; ; ) {
    const sheet: Sheet = await view.read(site, place)
    yield sheet
    if (sheet.next === null) return
    place = sheet.next
  }
}
