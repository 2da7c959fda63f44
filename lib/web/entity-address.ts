import type { Entity, Standing } from '../queries/standing'

const FOLDERS: Record<string, Entity> = {
  claims: 'claim',
  speakers: 'speaker',
  sources: 'source',
  topics: 'topic',
}

export interface EntityAddress {
  folder: string
  entity: Entity
  slug: string
  /** What comes after the slug: `/v/2`, or nothing. */
  rest: string
  version: number | null
}

/** Reads the path of an entity's page; null for any other path, and for one that cannot be decoded. */
export const entityAddress = (path: string): EntityAddress | null => {
  const match = /^\/(claims|speakers|sources|topics)\/([^/]+)((?:\/[^/]+)*)$/.exec(path)
  if (!match?.[1] || !match[2]) return null
  const entity = FOLDERS[match[1]]
  if (!entity) return null
  try {
    const version = /^\/v\/([1-9]\d{0,8})$/.exec(match[3] ?? '')
    return {
      folder: match[1],
      entity,
      slug: decodeURIComponent(match[2]),
      rest: match[3] ?? '',
      version: version ? Number(version[1]) : null,
    }
  } catch {
    return null
  }
}

/** Whether a path is that of data: a list, a record or a version in one of its forms (next.config.ts). */
export const isData = (path: string): boolean =>
  /^\/(claims|speakers|sources|topics)(\/[^/.]+(\/v\/\d+)?)?\.(json|jsonl|csv|atom|feed\.json)$/.test(path)

/** Whether a page stands there: the entity itself, a claim's whole history, or a version that it has had. */
export const stands = (address: EntityAddress, standing: Standing): boolean => {
  if (standing.kind !== 'found') return false
  if (address.rest === '') return true
  if (address.entity === 'claim' && address.rest === '/history') return true
  return address.entity === 'claim' && address.version !== null && address.version <= standing.version
}
