import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { StatusBadge } from '@/app/_ledger/status-badge'
import type { MovesView } from '@/lib/queries/sources/preview'

/** What a change would do to the statuses of claims: how many from what to what, then the claims. */
export function Moves({ moves }: { moves: MovesView }) {
  const t = useTranslations('editSource')
  return (
    <>
      <p className="mb-3">{t('movesOf', { moved: moves.moved, claims: moves.claims })}</p>
      {moves.counts.length > 0 ? (
        <ul className="mb-5 space-y-1">
          {moves.counts.map(({ before, after, n }) => (
            <li key={`${before} ${after}`} className="flex flex-wrap items-baseline gap-x-3">
              <span className="numbers min-w-[3ch] text-end font-medium">{n}</span>
              <StatusBadge status={before} />
              <span aria-label={t('to')}>→</span>
              <StatusBadge status={after} />
            </li>
          ))}
        </ul>
      ) : null}
      {moves.rows.length > 0 ? (
        <ol className="divide-y divide-rule border-y border-rule">
          {moves.rows.map(({ slug, statement, speaker, before, after }) => (
            <li key={slug} className="py-2">
              <Link href={`/claims/${slug}`}>{statement}</Link>
              {speaker ? <span className="label ms-2">{speaker}</span> : null}
              <span className="flex flex-wrap items-baseline gap-x-3 text-small">
                <StatusBadge status={before} />
                <span aria-label={t('to')}>→</span>
                <StatusBadge status={after} />
              </span>
            </li>
          ))}
        </ol>
      ) : null}
      {moves.moved > moves.rows.length ? (
        <p className="label mt-2">{t('movesMore', { n: moves.moved - moves.rows.length })}</p>
      ) : null}
    </>
  )
}
