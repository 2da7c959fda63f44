/**
 * A cursor is where a page begins: the sort value and the id of the row before it. It carries a checksum over what
 * it belongs to, so that one that was tampered with, or made for another view, is ignored.
 */
import { type ClaimQuery, LIST_KEYS } from './claim-query'

export type CursorKey = [value: string | number, id: string]

/** The last page of any view: walk backwards from the end. */
export const LAST = 'last'

const MOST = 400

/** FNV-1a, 32 bits: a check against mistakes and idle tampering; a cursor gives no access to anything. */
const checksum = (text: string): string => {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0
  return hash.toString(36)
}

/** What a cursor belongs to: the order and the filters, not the page. */
const scope = (query: ClaimQuery): string =>
  JSON.stringify([query.sort, ...LIST_KEYS.map((key) => query[key]), query.from ?? null, query.to ?? null])

const toBase64 = (text: string) =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')

const fromBase64 = (token: string): string =>
  new TextDecoder('utf-8', { fatal: true }).decode(
    Uint8Array.from(atob(token.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0)),
  )

/** The cursor after (or before) the row with this sort value and id, in this view. */
export const encodeCursor = (query: ClaimQuery, key: CursorKey): string => {
  const body = JSON.stringify(key)
  return `${toBase64(body)}.${checksum(scope(query) + body)}`
}

const fits = (query: ClaimQuery, key: unknown): key is CursorKey => {
  if (!Array.isArray(key) || key.length !== 2 || typeof key[1] !== 'string') return false
  if (query.sort.by === 'recorded') return typeof key[0] === 'string' && !Number.isNaN(Date.parse(key[0]))
  return query.sort.by === 'speaker' ? typeof key[0] === 'string' : Number.isSafeInteger(key[0])
}

/** The row that a cursor stands for in this view; null for one that is not of this view. */
export const decodeCursor = (query: ClaimQuery, token: string): CursorKey | null => {
  if (token.length > MOST) return null
  const [body, check] = token.split('.')
  if (!body || !check) return null
  try {
    const text = fromBase64(body)
    const key: unknown = JSON.parse(text)
    return checksum(scope(query) + text) === check && fits(query, key) ? key : null
  } catch {
    return null
  }
}

export const isCursorFor = (query: ClaimQuery, token: string): boolean =>
  token === LAST || decodeCursor(query, token) !== null
