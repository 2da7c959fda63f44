import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { FAMILIES, FAMILY_NAMES, type Family, STATUSES } from '@/lib/domain/sourcing/types'
import type { StatusCounts } from '@/lib/queries/views'
import { FAMILY_TONE } from './family-tone'

/** Claims by family of status: five numbers, each a link to its claims. */
export function FamilySummary({ counts }: { counts: StatusCounts }) {
  const t = useTranslations('family')
  const sum = (family: Family) =>
    STATUSES.reduce((n, status) => (FAMILIES[status] === family ? n + (counts[status] ?? 0) : n), 0)
  return (
    <ul className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-5">
      {FAMILY_NAMES.map((family) => (
        <li key={family}>
          <Link href={`/claims?family=${family}`} className="plain-link block">
            <span className={`block font-serif text-3xl numbers ${FAMILY_TONE[family]}`}>{sum(family)}</span>
            {t(family)}
          </Link>
        </li>
      ))}
    </ul>
  )
}
