import type { Database, Reader } from '../db/client'
import { PAGES, type PageSubject, publicSubject, type SubjectKind, subjectById } from '../db/subjects'
import { can, type Viewer } from '../domain/actor'

/** A report as readers see it, once it is answered. */
export interface AnsweredReport {
  id: string
  text: string
  at: string
  answer: string
  answeredAt: string
}

/** A report as the desk sees it. */
export interface DeskReport {
  id: string
  state: 'open' | 'answered' | 'closed'
  about: { kind: SubjectKind; title: string; path: string } | null
  /** The view that the reader was on, where it is another address than the page's. */
  address: string | null
  text: string
  contact: string | null
  at: string
  answer: string | null
  answeredAt: string | null
  answeredBy: string | null
}

export interface ReportSubject {
  kind: SubjectKind
  slug: string
  title: string
  /** The path of its page. */
  path: string
  /** The path and query that the reader was on: a view of the page, a version of the claim. */
  address: string
}

const FOLDER: Record<Exclude<SubjectKind, 'page'>, string> = {
  claim: 'claims',
  speaker: 'speakers',
  source: 'sources',
  topic: 'topics',
}
const KINDS = new Map(Object.entries(FOLDER).map(([kind, folder]) => [folder, kind as SubjectKind]))

const NAMES = new Map(Object.entries(PAGES).map(([name, path]): [string, string] => [path, name]))

const pathOf = ({ kind, slug }: PageSubject) =>
  kind === 'page' ? PAGES[slug as keyof typeof PAGES] : `/${FOLDER[kind]}/${slug}`

/** The kind and slug behind a path: a record's, one of its history and versions, or a page of the whole site's. */
const addressed = (path: string): { kind: SubjectKind; slug: string } | null => {
  const page = NAMES.get(path)
  if (page) return { kind: 'page', slug: page }
  const [first = '', slug] = path.split('/').filter(Boolean)
  // The values that a list of claims can be narrowed to.
  if (first === 'values') return { kind: 'page', slug: 'claims' }
  const kind = KINDS.get(first)
  return kind && slug !== undefined ? { kind, slug } : null
}

/** Longer addresses are none that a view of this site has. */
const LONGEST = 2_048

/** An address of this site in one spelling, so that as a link it leads nowhere else. */
const spelled = (about: string): { path: string; address: string } => {
  const [before = '', query = ''] = about.split('#', 1)[0]?.split(/\?(.*)/s) ?? []
  const path = `/${before.split('/').filter(Boolean).join('/')}`
  const address = query ? `${path}?${query}` : path
  return { path, address: address.length > LONGEST ? path : address }
}

/** What a page is about, from the path after `?about=`; null for anything that readers do not find here. */
export const reportSubject = async (
  db: Database,
  _viewer: Viewer,
  about: string,
): Promise<ReportSubject | null> => {
  const { path, address } = spelled(about)
  const at = about === '' ? null : addressed(path)
  const subject = at && (await publicSubject(db.reader, at.kind, at.slug))
  return subject
    ? { kind: subject.kind, slug: subject.slug, title: subject.title, path: pathOf(subject), address }
    : null
}

/** Answers on one page; the newest. */
const SHOWN = 20

/** Reports about a public subject that were answered, newest first. Who wrote them is nowhere. */
export const answeredReports = async (
  db: Database,
  _viewer: Viewer,
  kind: SubjectKind,
  slug: string,
): Promise<AnsweredReport[]> => {
  const subject = await publicSubject(db.reader, kind, slug)
  if (!subject) return []
  const rows = await db.reader.report.findMany({
    where: { subjectKind: kind, subjectId: subject.id, state: 'answered' },
    orderBy: { at: 'desc' },
    take: SHOWN,
  })
  return rows.map(({ id, text, at, answer, answeredAt }) => ({
    id,
    text,
    at: at.toISOString(),
    answer: answer ?? '',
    answeredAt: (answeredAt ?? at).toISOString(),
  }))
}

/** Reports on one page of the desk. */
const PER = 50

const deskReport = async (
  reader: Reader,
  row: {
    id: string
    state: string
    subjectKind: string
    subjectId: string
    address: string | null
    text: string
    contact: string | null
    at: Date
    answer: string | null
    answeredAt: Date | null
    answerer: { name: string } | null
  },
): Promise<DeskReport> => {
  const subject = await subjectById(reader, row.subjectKind as SubjectKind, row.subjectId)
  return {
    id: row.id,
    state: row.state as DeskReport['state'],
    about: subject && { kind: subject.kind, title: subject.title, path: pathOf(subject) },
    address: row.address,
    text: row.text,
    contact: row.contact,
    at: row.at.toISOString(),
    answer: row.answer,
    answeredAt: row.answeredAt?.toISOString() ?? null,
    answeredBy: row.answerer?.name ?? null,
  }
}

/**
 * What readers reported: the oldest open ones first, or the newest of those that were dealt with.
 * @returns nothing for those who may not edit
 */
export const listReports = async (
  db: Database,
  viewer: Viewer,
  state: DeskReport['state'],
): Promise<{ rows: DeskReport[]; total: number }> => {
  if (!can(viewer, 'edit', { kind: 'report', state: 'open' })) return { rows: [], total: 0 }
  const { reader } = db
  const where = { state }
  const [rows, total] = await Promise.all([
    reader.report.findMany({
      where,
      orderBy: { at: state === 'open' ? 'asc' : 'desc' },
      take: PER,
      include: { answerer: { select: { name: true } } },
    }),
    reader.report.count({ where }),
  ])
  return { rows: await Promise.all(rows.map((row) => deskReport(reader, row))), total }
}
