/** The address of the matrix of speakers and statuses: `topic` narrows it, `after` is another page of it. */
import { isSlug } from '../ids'
import { type Dropped, Drops, entriesOf, type Params } from './params'
import { decodeToken, encodeToken } from './token'

export interface MatrixQuery {
  topic?: string
  /** The number of claims and the id of the speaker before the page. */
  after?: string
}

/** A marker of one topic's matrix is none of another's. */
const scope = ({ topic = '' }: MatrixQuery): string => `matrix ${topic}`

/** Where the page after a speaker begins. */
export const matrixMarker = (query: MatrixQuery, claims: number, speakerId: string): string =>
  encodeToken(scope(query), [claims, speakerId])

/** What the marker in the query was made of; null where it has none. */
export const matrixPlace = (query: MatrixQuery): { claims: number; speakerId: string } | null => {
  const key = query.after === undefined ? null : decodeToken(scope(query), query.after)
  return key && typeof key[0] === 'number' ? { claims: key[0], speakerId: key[1] } : null
}

/** Reads the address. Total: what it cannot use it drops, and says. */
export const parseMatrixQuery = (params: Params): { query: MatrixQuery; dropped: Dropped[] } => {
  const query: MatrixQuery = {}
  const drops = new Drops()
  const markers: string[] = []
  for (const [key, value] of entriesOf(params)) {
    if (key !== 'topic' && key !== 'after') drops.add(key, value, 'unknown_key')
    else if (value === '') continue
    else if (key === 'after') markers.push(value)
    else if (query.topic !== undefined) drops.add(key, value, 'repeated')
    else if (isSlug(value)) query.topic = value
    else drops.add(key, value, 'unknown_value')
  }
  for (const after of markers) {
    if (query.after !== undefined) drops.add('after', after, 'repeated')
    else if (matrixPlace({ ...query, after })) query.after = after
    else drops.add('after', after, 'bad_cursor')
  }
  return { query, dropped: drops.list }
}

/** The address of the matrix; what is not asked for is left out. */
export const matrixHref = ({ topic, after }: MatrixQuery): string => {
  const params = new URLSearchParams({ ...(topic ? { topic } : {}), ...(after ? { after } : {}) }).toString()
  return params ? `/matrix?${params}` : '/matrix'
}
