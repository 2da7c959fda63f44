import Link from 'next/link'
import { useTranslations } from 'next-intl'

/** What a reader's report is about: a record by its title, or one of the site's own pages by its name. */
export function SubjectName({ kind, title, path }: { kind: string; title: string; path: string }) {
  const t = useTranslations('shell')
  return <Link href={path as '/claims'}>{kind === 'page' ? t(title as 'overview') : <bdi>{title}</bdi>}</Link>
}
