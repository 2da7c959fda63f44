/** Where a request came from, as it is counted. */
import { createHash } from 'node:crypto'

/** What is counted, hashed so that it stands nowhere. */
export const digest = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22)

/**
 * The address that a request came from: what the nearest proxy saw, or the server itself where there is none. Without
 * a proxy it is the sender's word; the count per account does not rest on it.
 */
export const clientAddress = (headers: Headers): string =>
  headers.get('x-forwarded-for')?.split(',').at(-1)?.trim().slice(0, 64) || 'unknown'

/** An address as it is counted: hashed, so that it stands nowhere. */
export const addressDigest = (headers: Headers): string => `address:${digest(clientAddress(headers))}`
