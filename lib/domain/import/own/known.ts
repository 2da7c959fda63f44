type Fields = Record<string, unknown>

const FOLDERS = ['claims', 'speakers', 'sources', 'topics'] as const
export type Folder = (typeof FOLDERS)[number]

const ADDRESS = /^https?:\/\/([^/]+)\/(claims|speakers|sources|topics)\/([^/?#]+)$/

/** What a record says besides its id and its address, by which it is told from those of other sites that have claims. */
const TELLING: Record<Folder, readonly string[]> = {
  claims: ['statement', 'version'],
  speakers: ['name', 'kind', 'version'],
  sources: ['name', 'kind', 'status', 'version'],
  topics: ['name', 'claims'],
}

const ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/

interface Known {
  folder: Folder
  site: string
}

export const knownOf = (record: Fields): Known | null => {
  const [, site, folder] = ADDRESS.exec(typeof record.url === 'string' ? record.url : '') ?? []
  if (!site || !folder || typeof record.id !== 'string' || !ID.test(record.id)) return null
  const known = folder as Folder
  return TELLING[known].every((name) => Object.hasOwn(record, name)) ? { folder: known, site } : null
}

/** Whether a record is one of ours. A spreadsheet may have taken columns out of it; its id, its address and its version must be there. */
export const isOwn = (record: Fields): boolean => knownOf(record) !== null
