/** Who calls: by a key, by a session, or nobody that is known. */
import { useKey } from '@/lib/commands/api-keys'
import type { Viewer } from '@/lib/domain/actor'
import { SCOPES, type Scope } from '@/lib/domain/input/api'
import { getDatabase } from '@/lib/web/database'
import { signedIn } from '@/lib/web/session'

export interface Caller {
  viewer: Viewer
  scopes: readonly Scope[]
  /** Who is counted and remembered: `key:…` or `user:…`; null for readers. */
  who: string | null
  key: { name: string; prefix: string; expiresAt: string | null } | null
  /** Whether a browser sent it along by itself, so that where the request came from matters. */
  byCookie: boolean
}

const READER: Caller = { viewer: { kind: 'public' }, scopes: [], who: null, key: null, byCookie: false }

/** @returns null for a key that does not work */
export const callerOf = async (headers: Headers): Promise<Caller | null> => {
  const given = headers.get('authorization')
  if (given !== null) {
    const [, key] = /^Bearer +(\S+)\s*$/i.exec(given) ?? []
    const used = key ? await useKey(getDatabase(), key) : null
    if (!used) return null
    return {
      viewer: used.actor,
      scopes: used.scopes,
      who: `key:${used.id}`,
      key: { name: used.name, prefix: used.prefix, expiresAt: used.expiresAt?.toISOString() ?? null },
      byCookie: false,
    }
  }
  const here = await signedIn(headers)
  if (!here) return READER
  const { viewer } = here
  return { viewer, scopes: SCOPES, who: `user:${viewer.id}`, key: null, byCookie: true }
}

/** As whom a caller reads what everybody may read: a key that is not for reading sees what readers see. */
export const readerOf = ({ viewer, scopes }: Caller): Viewer =>
  scopes.includes('read') ? viewer : { kind: 'public' }
