/** What a reader's page is about, by the path of its address: a claim, speaker, source or topic, or the page itself. */
import type { Reader } from './client'

export const SUBJECTS = ['claim', 'speaker', 'source', 'topic', 'page'] as const
export type SubjectKind = (typeof SUBJECTS)[number]

export interface PageSubject {
  kind: SubjectKind
  id: string
  slug: string
  title: string
  shelf: string
}

/** Pages about no single record, and their paths. */
export const PAGES = {
  overview: '/',
  claims: '/claims',
  speakers: '/speakers',
  sources: '/sources',
  topics: '/topics',
  'over-time': '/over-time',
  compare: '/compare',
  matrix: '/matrix',
  search: '/search',
  method: '/method',
  log: '/desk/log',
  api: '/api',
  accessibility: '/accessibility',
} as const

type Where = { id: string } | { slug: string }

const read = async (reader: Reader, kind: SubjectKind, where: Where): Promise<PageSubject | null> => {
  if (kind === 'page') {
    const name = 'id' in where ? where.id : where.slug
    return Object.hasOwn(PAGES, name) ? { kind, id: name, slug: name, shelf: 'public', title: name } : null
  }
  if (kind === 'claim') {
    const row = await reader.claim.findUnique({ where })
    return row && { kind, id: row.id, slug: row.slug, shelf: row.shelf, title: row.statement }
  }
  if (kind === 'speaker') {
    const row = await reader.speaker.findUnique({ where })
    if (row?.mergedIntoId) return read(reader, kind, { id: row.mergedIntoId })
    return row && { kind, id: row.id, slug: row.slug, shelf: row.shelf, title: row.name }
  }
  if (kind === 'source') {
    const row = await reader.source.findUnique({ where })
    return row && { kind, id: row.id, slug: row.slug, shelf: row.shelf, title: row.title }
  }
  const row = await reader.topic.findUnique({ where })
  return row && { kind, id: row.id, slug: row.slug, shelf: row.shelf, title: row.name }
}

/** The subject with this id, whatever shelf it stands on. */
export const subjectById = (reader: Reader, kind: SubjectKind, id: string): Promise<PageSubject | null> =>
  read(reader, kind, { id })

/** The subject that readers find at this address, or found there before it was renamed or merged. */
export const publicSubject = async (
  reader: Reader,
  kind: SubjectKind,
  slug: string,
): Promise<PageSubject | null> => {
  const here = await read(reader, kind, { slug })
  const former = here ? null : await reader.formerSlug.findUnique({ where: { kind_slug: { kind, slug } } })
  const subject = former ? await read(reader, kind, { id: former.targetId }) : here
  return subject && ['public', 'teaching'].includes(subject.shelf) ? subject : null
}
