import { Check } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { CLAIM_COLUMNS, type ClaimQuery, hrefOf, withColumn } from '@/lib/domain/query'

/** Which columns the table shows: each a link to the same view with it shown or hidden. */
export function ColumnChoice({ query }: { query: ClaimQuery }) {
  const t = useTranslations('claims')
  return (
    <details className="no-print hidden md:block">
      <summary className="text-muted">{t('columns')}</summary>
      <ul className="mt-1 flex flex-wrap gap-x-4">
        {CLAIM_COLUMNS.map((column) => {
          const shown = query.columns.includes(column)
          return (
            <li key={column}>
              <Link
                href={hrefOf(withColumn(query, column, !shown)) as '/claims'}
                prefetch={false}
                aria-label={t(shown ? 'hideColumn' : 'showColumn', { column: t(column) })}
                className="plain-link inline-flex items-center gap-1"
              >
                {shown ? <Check aria-hidden="true" size={13} /> : <span className="inline-block w-[13px]" />}
                {t(column)}
              </Link>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
