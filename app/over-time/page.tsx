import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { PageTitle } from '@/app/_kit/page-title'
import { OverTimeChart } from '@/app/_ledger/over-time'
import { describeInPage } from '@/app/claims/describe'
import { DroppedNotice } from '@/app/claims/dropped'
import { FilterSentence } from '@/app/claims/sentence'
import { hrefOf, parseClaimQuery } from '@/lib/domain/query'
import { claimsOverTime } from '@/lib/queries/claims/over-time'
import { getDatabase } from '@/lib/web/database'
import { getViewer } from '@/lib/web/session'
import { figureTwins } from '@/lib/web/twins'
import { PageFoot } from '../page-foot'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('overTime'))('title'),
})

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Any view of the claims over time: the same address as the list's. */
export default async function OverTimePage({ searchParams }: Props) {
  const { query, dropped } = parseClaimQuery(await searchParams)
  const chart = await claimsOverTime(getDatabase(), await getViewer(), query)
  const t = await getTranslations()
  const parts = await describeInPage(query, chart.names, '/over-time')
  const total = t(chart.total.exact ? 'claims.total' : 'claims.totalAtLeast', { n: chart.total.n })
  return (
    <>
      <PageTitle aside={total}>{t('overTime.title')}</PageTitle>
      {/* The last part is the order of a list. */}
      <FilterSentence parts={parts.slice(0, -1)} />
      <p className="no-print mb-5 mt-1.5">
        <Link href={hrefOf(query) as '/claims'} prefetch={false}>
          {t('overTime.toList')}
        </Link>
      </p>
      <DroppedNotice dropped={dropped} unknown={chart.names.unknown} />
      <OverTimeChart chart={chart} query={query} />
      <PageFoot
        folder=""
        address={hrefOf(query, '/over-time')}
        twins={figureTwins(hrefOf(query, '/over-time'))}
      />
    </>
  )
}
