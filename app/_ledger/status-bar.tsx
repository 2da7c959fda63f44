import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { STATUSES, type Status } from '@/lib/domain/sourcing/types'
import type { StatusCounts } from '@/lib/queries/views'
import { StatusBadge } from './status-badge'

const FILL: Record<Status, string> = {
  documented: 'fill-firm',
  corroborated: 'fill-firm/75',
  single_source: 'fill-thin',
  anonymous_only: 'fill-thin/60',
  self_sourced: 'fill-unsupported/55',
  untraced: 'fill-unsupported/70',
  circular: 'fill-unsupported/85',
  unsourced: 'fill-unsupported',
  contested: 'fill-conflict/70',
  contradicted: 'fill-conflict',
  not_checkable: 'fill-none/40',
}

const present = (counts: StatusCounts) => STATUSES.filter((status) => (counts[status] ?? 0) > 0)

/** Claims by status as a thin bar; what it shows is said in words for who cannot see it. */
export function StatusBar({ counts, className = '' }: { counts: StatusCounts; className?: string }) {
  const t = useTranslations()
  const statuses = present(counts)
  const total = statuses.reduce((sum, status) => sum + (counts[status] ?? 0), 0)
  if (total === 0) return <span className="text-muted">{t('counts.none')}</span>
  const list = statuses
    .map((s) => t('counts.part', { label: t(`status.${s}`), n: counts[s] ?? 0 }))
    .join(t('ref.comma'))
  let at = 0
  const parts = statuses.map((status) => {
    const n = counts[status] ?? 0
    const part = { status, n, x: at }
    at += n
    return part
  })
  return (
    <svg
      role="img"
      aria-label={t('counts.label', { n: total, list })}
      viewBox={`0 0 ${total} 1`}
      preserveAspectRatio="none"
      className={`block h-2 w-full min-w-20 ${className}`}
    >
      <title>{list}</title>
      {parts.map(({ status, n, x }) => (
        <rect
          key={status}
          x={x}
          width={n}
          height="1"
          className={FILL[status]}
          stroke="var(--paper)"
          strokeWidth="1.5"
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  )
}

/** The same as a list, each line a link to those claims. @param filter further conditions of the links */
export function StatusTable({ counts, filter = '' }: { counts: StatusCounts; filter?: string }) {
  const statuses = present(counts)
  if (statuses.length === 0) return null
  return (
    <ul className="grid gap-x-8 gap-y-1 sm:grid-cols-2">
      {statuses.map((status) => (
        <li key={status} className="flex items-baseline justify-between gap-3 border-b border-rule/60 py-0.5">
          <Link href={`/claims?status=${status}${filter}`} className="plain-link">
            <StatusBadge status={status} />
          </Link>
          <span className="numbers">{counts[status]}</span>
        </li>
      ))}
    </ul>
  )
}
