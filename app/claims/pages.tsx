import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type ClaimQuery, hrefOf, LAST, withPage } from '@/lib/domain/query'

/** Links to the pages next to this one, and to both ends. */
export function Pages({
  query,
  after,
  before,
}: {
  query: ClaimQuery
  after: string | null
  before: string | null
}) {
  const t = useTranslations('claims')
  if (!after && !before) return null
  const link = (label: string, target: ClaimQuery | null, rel?: string) =>
    target ? (
      <Link href={hrefOf(target) as '/claims'} rel={rel}>
        {label}
      </Link>
    ) : (
      <span className="text-muted">{label}</span>
    )
  return (
    <nav aria-label={t('pages')} className="no-print">
      <ul className="flex gap-x-5">
        <li>{link(t('first'), before ? withPage(query, 'first') : null)}</li>
        <li>{link(t('previous'), before ? withPage(query, { before }) : null, 'prev')}</li>
        <li>{link(t('next'), after ? withPage(query, { after }) : null, 'next')}</li>
        <li>{link(t('last'), after ? withPage(query, { before: LAST }) : null)}</li>
      </ul>
    </nav>
  )
}
