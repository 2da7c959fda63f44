import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useId } from 'react'
import { directionOf } from '@/lib/domain/direction'
import { formatEdtf } from '@/lib/domain/edtf'
import type { TimeBucket } from '@/lib/domain/over-time'
import type { ClaimQuery } from '@/lib/domain/query'
import { FAMILY_NAMES } from '@/lib/domain/sourcing/types'
import type { ClaimsOverTime } from '@/lib/queries/claims/over-time'
import { FamilyFills, familyFill } from './family-fill'
import { TimeColumns } from './time-columns'
import { TimeTable } from './time-table'
import { dateWords } from './when'

/** What is not in the drawing, and why. */
function NotDrawn({ chart: { undated, coarse, newest, total, unit, buckets } }: { chart: ClaimsOverTime }) {
  const t = useTranslations('overTime')
  const said = [
    newest === null
      ? total.exact
        ? null
        : t('more')
      : t(total.exact ? 'newest' : 'newestAtLeast', { newest, total: total.n }),
    undated > 0 ? t('undated', { n: undated }) : null,
    coarse > 0 ? t('coarse', { n: coarse }) : null,
    unit === 'month' || buckets.length === 0 ? null : t('spanning'),
  ].filter((sentence) => sentence !== null)
  return said.length > 0 ? <p className="label mt-2 max-w-[75ch]">{said.join(' ')}</p> : null
}

/** Claims over time, by family of status: drawn, with the same numbers as a table, and what is left out said. */
export function OverTimeChart({ chart, query }: { chart: ClaimsOverTime; query: ClaimQuery }) {
  const t = useTranslations()
  const words = dateWords(useTranslations('dates'))
  const locale = useLocale()
  const format = useFormatter()
  const id = useId()
  const { unit, buckets } = chart
  const [first, last] = [buckets[0], buckets.at(-1)]
  if (!first || !last)
    return (
      <>
        <p className="text-body">{t(chart.total.n === 0 ? 'overTime.noClaims' : 'overTime.none')}</p>
        <NotDrawn chart={chart} />
      </>
    )
  const nameOf = (start: string) =>
    unit === 'decade' ? t('overTime.decadeOf', { year: start }) : formatEdtf(start, locale, words)
  const shortName = (start: string) =>
    unit === 'month'
      ? format.dateTime(new Date(`${start}-01T00:00:00Z`), { month: 'short', year: 'numeric' })
      : nameOf(start)
  const families = FAMILY_NAMES.map((family) => ({
    family,
    n: buckets.reduce((sum, { counts }) => sum + counts[family], 0),
  })).filter(({ n }) => n > 0)
  const titleOf = ({ start, counts, total }: TimeBucket) => {
    const parts = families.filter(({ family }) => counts[family] > 0)
    const list = parts.map(({ family }) =>
      t('counts.part', { label: t(`family.${family}`), n: counts[family] }),
    )
    return t('overTime.bar', { when: nameOf(start), n: total, list: list.join(t('ref.comma')) })
  }
  const busiest = buckets.reduce((most, bucket) => (bucket.total > most.total ? bucket : most), first)
  const label = t('overTime.drawing', {
    unit,
    first: nameOf(first.start),
    last: nameOf(last.start),
    most: busiest.total,
    busiest: nameOf(busiest.start),
  })
  const columns = {
    buckets,
    id,
    label,
    titleOf,
    nameOf: shortName,
    labelWidth: unit === 'month' ? 66 : 46,
    mirrored: directionOf(locale) === 'rtl',
  }
  return (
    <figure>
      <FamilyFills id={id} />
      <TimeColumns {...columns} width={820} height={200} className="hidden w-full max-w-[51rem] sm:block" />
      <TimeColumns {...columns} width={350} height={180} className="block w-full sm:hidden" />
      <figcaption>
        <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-0.5 text-small">
          {families.map(({ family, n }) => (
            <li key={family} className="flex items-center gap-1.5">
              <svg width="14" height="14" aria-hidden="true">
                <rect x="1" y="1" width="12" height="12" strokeWidth="0.75" {...familyFill(id, family)} />
              </svg>
              {t('counts.part', { label: t(`family.${family}`), n })}
            </li>
          ))}
        </ul>
        <NotDrawn chart={chart} />
      </figcaption>
      <details className="no-print mt-2">
        <summary>{t('overTime.table')}</summary>
        <TimeTable chart={chart} query={query} nameOf={nameOf} />
      </details>
    </figure>
  )
}
