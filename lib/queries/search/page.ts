import type { Database } from '../../db/client'
import type { Viewer } from '../../domain/actor'
import { isSought, soughtIn, soughtText } from '../../domain/search/sought'
import { type FoundClaim, findClaims } from './claims'
import { didYouMean } from './did-you-mean'
import { type FoundRecord, findNames } from './names'

/** Everything that a search found. */
export interface SearchPage {
  /** What was typed, in its one form. */
  typed: string
  /** Nothing was typed that could be looked for. */
  empty: boolean
  claims: { rows: FoundClaim[]; total: { n: number; exact: boolean } }
  speakers: FoundRecord[]
  sources: FoundRecord[]
  topics: FoundRecord[]
  /** Another search that may have been meant, where this one found little. */
  meant: string | null
}

const CLAIMS = 20
const NAMES = 8
/** With fewer things found than this, another spelling is looked for. */
const LITTLE = 3

/** Looks for what was typed among claims, speakers, sources and topics. */
export const searchAll = async (db: Database, viewer: Viewer, text: string): Promise<SearchPage> => {
  const typed = soughtText(text)
  const sought = soughtIn(typed)
  if (!isSought(sought)) {
    const claims = { rows: [], total: { n: 0, exact: true } }
    return { typed, empty: true, claims, speakers: [], sources: [], topics: [], meant: null }
  }
  const [claims, speakers, sources, topics] = await Promise.all([
    findClaims(db, viewer, sought, CLAIMS),
    findNames(db, viewer, 'speaker', sought, NAMES),
    findNames(db, viewer, 'source', sought, NAMES),
    findNames(db, viewer, 'topic', sought, NAMES),
  ])
  const found = claims.rows.length + speakers.length + sources.length + topics.length
  const meant = found < LITTLE ? await didYouMean(db, typed) : null
  return { typed, empty: false, claims, speakers, sources, topics, meant }
}
