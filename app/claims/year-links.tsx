import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type ClaimQuery, firstPage, hrefOf } from '@/lib/domain/query'
import type { Facet } from '@/lib/queries/claims/facets'
import { useCount } from './count'

/** The years in which claims were made, each a link to those of that year. */
export function YearLinks({ query, facet }: { query: ClaimQuery; facet: Facet }) {
  const t = useTranslations('claims')
  const count = useCount()
  if (facet.values.length === 0) return null
  return (
    <ul aria-label={t('years')} className="mt-2">
      {[...facet.values]
        .sort((a, b) => Number(b.value) - Number(a.value))
        .map(({ value, claims }) => {
          const isCurrent = query.from === value && query.to === value
          const target = hrefOf({ ...firstPage(query), from: value, to: value })
          return (
            <li key={value} className="flex items-baseline justify-between gap-2 py-0.5">
              {isCurrent ? (
                <span aria-current="true" className="font-medium">
                  {value}
                </span>
              ) : (
                <Link href={target as '/claims'} prefetch={false} className="plain-link">
                  {value}
                </Link>
              )}
              <span className="label numbers">{count(claims)}</span>
            </li>
          )
        })}
    </ul>
  )
}
