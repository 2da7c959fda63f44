/**
 * A place in a sorted list as text for an address: the sort value and the id of a row, and a checksum over them and
 * the view that they belong to.
 */

export type RowKey = [value: string | number, id: string]

/** The longest sort value is 200 characters of up to six bytes in JSON; base64 makes a third more of it. */
const MOST = 2_000
const MOST_TEXT = 200
/** The form of every id (lib/domain/input/parts.ts). */
const ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/

/** FNV-1a, 32 bits: a check against mistakes and idle tampering; a token gives no access to anything. */
const checksum = (text: string): string => {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0
  return hash.toString(36)
}

const toBase64 = (text: string) =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')

const fromBase64 = (token: string): string =>
  new TextDecoder('utf-8', { fatal: true }).decode(
    Uint8Array.from(atob(token.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0)),
  )

/** Whether a value can be bound: a checksum is no secret, so a forged token may hold anything that JSON can. */
const isRowKey = (key: unknown): key is RowKey => {
  if (!Array.isArray(key) || key.length !== 2) return false
  const [value, id] = key
  if (typeof id !== 'string' || !ID.test(id)) return false
  return typeof value === 'string'
    ? value.length <= MOST_TEXT && !value.includes('\u0000')
    : Number.isInteger(value) && value === (value | 0)
}

/** @param scope the view that the place belongs to, as text */
export const encodeToken = (scope: string, key: RowKey): string => {
  const body = JSON.stringify(key)
  return `${toBase64(body)}.${checksum(scope + body)}`
}

/** The place, or null for a token that was tampered with or made for another scope. Never throws. */
export const decodeToken = (scope: string, token: string): RowKey | null => {
  if (token.length > MOST) return null
  try {
    const key: unknown = JSON.parse(fromBase64(token.split('.', 1)[0] ?? ''))
    // A place has one token: what decodes to it by another spelling was not made here.
    return isRowKey(key) && encodeToken(scope, key) === token ? key : null
  } catch {
    return null
  }
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)$/

/** Whether a sort value is a moment as either database gives it: what a column of moments is compared with. */
export const isMoment = (value: string | number): value is string =>
  typeof value === 'string' && MOMENT.test(value) && !Number.isNaN(Date.parse(value))
