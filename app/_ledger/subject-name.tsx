import Link from 'next/link'
import { useTranslations } from 'next-intl'

/** What the pages about no single record are called. */
const PAGES = {
  overview: 'shell.overview',
  claims: 'shell.claims',
  speakers: 'shell.speakers',
  sources: 'shell.sources',
  topics: 'shell.topics',
  'over-time': 'overTime.title',
  compare: 'compare.title',
  matrix: 'matrix.title',
  search: 'search.title',
  method: 'shell.method',
  log: 'log.title',
  api: 'api.title',
  accessibility: 'shell.accessibility',
} as const

/** What a reader's report is about: a record by its title, or one of the site's own pages by its name. */
export function SubjectName({ kind, title, path }: { kind: string; title: string; path: string }) {
  const t = useTranslations()
  return (
    <Link href={path as '/claims'}>
      {kind === 'page' ? t(PAGES[title as keyof typeof PAGES]) : <bdi>{title}</bdi>}
    </Link>
  )
}

/** The view that it was seen on, where it is another address than the page's own. */
export function SeenAt({ path, address }: { path: string; address: string }) {
  if (address === path) return null
  return (
    <a href={address} rel="nofollow" className="label [overflow-wrap:anywhere]" dir="ltr">
      {address}
    </a>
  )
}
