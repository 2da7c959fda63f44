import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { RelationView } from '@/lib/queries/views'
import { StatusBadge } from './status-badge'

/** Claims that this one denies, repeats and so on, and those that do so to it. */
export function RelationList({ relations }: { relations: readonly RelationView[] }) {
  const t = useTranslations()
  return (
    <ul className="space-y-2.5">
      {relations.map(({ kind, direction, claim, note }) => (
        <li key={`${direction} ${kind} ${claim.slug}`}>
          <span className="text-muted">{t(`relation.${direction}.${kind as 'denies'}`)}: </span>
          <Link href={`/claims/${claim.slug}`} className="font-serif text-body">
            <bdi>{claim.statement}</bdi>
          </Link>
          <span className="text-muted">
            {' '}
            {claim.speaker ? <bdi>{claim.speaker}</bdi> : t('claim.nobody')}
          </span>
          <div className="text-small">
            <StatusBadge status={claim.shownStatus} />
          </div>
          {note ? (
            <p className="text-small text-muted" dir="auto">
              {note}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
