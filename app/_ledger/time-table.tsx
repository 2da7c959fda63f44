import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { HeadCell } from '@/app/_kit/head-cell'
import { Sideways } from '@/app/_kit/sideways'
import type { OverTime, TimeBucket, TimeUnit } from '@/lib/domain/over-time'
import { type ClaimQuery, firstPage, hrefOf } from '@/lib/domain/query'
import { FAMILY_NAMES } from '@/lib/domain/sourcing/types'

/** The claims of a view that were said in a month, year or decade. */
const within = (query: ClaimQuery, unit: TimeUnit, start: string): string =>
  hrefOf({
    ...firstPage(query),
    from: start,
    to: unit === 'decade' ? String(Number(start) + 9).padStart(4, '0') : start,
  })

/** The numbers of the drawing; a month or year without a claim has no line. */
export function TimeTable({
  chart: { unit, buckets },
  query,
  nameOf,
}: {
  chart: OverTime
  query: ClaimQuery
  nameOf: (start: string) => string
}) {
  const t = useTranslations()
  const row = ({ start, counts, total }: TimeBucket) => (
    <tr key={start} className="border-b border-rule">
      <th scope="row" className="py-1 pe-4 text-start font-normal">
        <Link href={within(query, unit, start) as '/claims'} prefetch={false}>
          {nameOf(start)}
        </Link>
      </th>
      {FAMILY_NAMES.map((family) => (
        <td key={family} className="py-1 pe-4 text-end numbers">
          {counts[family] || <span className="text-muted">0</span>}
        </td>
      ))}
      <td className="py-1 text-end font-medium numbers">{total}</td>
    </tr>
  )
  return (
    <Sideways className="mt-2" landmark label={t('overTime.table')}>
      <table className="w-full">
        <caption className="sr-only">{t(`overTime.${unit}`)}</caption>
        <thead>
          <tr>
            <HeadCell>{t('overTime.when')}</HeadCell>
            {FAMILY_NAMES.map((family) => (
              <HeadCell key={family} numeric>
                {t(`family.${family}`)}
              </HeadCell>
            ))}
            <HeadCell numeric>{t('overTime.all')}</HeadCell>
          </tr>
        </thead>
        <tbody>{buckets.filter(({ total }) => total > 0).map(row)}</tbody>
      </table>
    </Sideways>
  )
}
