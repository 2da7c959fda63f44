import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { PageTitle } from '@/app/_kit/page-title'
import { ClaimsTable } from '@/app/_ledger/claims-table'
import { firstPage, hrefOf, wholeView } from '@/lib/domain/query'
import { MOST_RANKED } from '@/lib/queries/claims/ranked'
import type { Total } from '@/lib/queries/views'
import { listTwins } from '@/lib/web/twins'
import { PageFoot } from '../page-foot'
import { ColumnChoice } from './column-choice'
import { columnHeads } from './columns'
import { describeInPage } from './describe'
import { DroppedNotice } from './dropped'
import { NoClaims } from './empty'
import { Filters } from './filters'
import { KeepView } from './keep'
import type { loadClaims } from './load'
import { Pages } from './pages'
import { FilterSentence } from './sentence'

/** The words for how many claims match. */
const totalKey = ({ exact, atLeast }: Total) => (exact ? 'total' : atLeast ? 'totalAtLeast' : 'totalAbout')

/** The page of claims, of what was loaded for it. */
export async function ClaimsView({ query, dropped, list, facets }: Awaited<ReturnType<typeof loadClaims>>) {
  const t = await getTranslations('claims')
  const parts = await describeInPage(query, list.names)
  const total = t(totalKey(list.total), { n: list.total.n })
  return (
    <>
      <PageTitle aside={total}>{t('title')}</PageTitle>
      <FilterSentence parts={parts} />
      <div className="no-print mt-1.5 flex flex-wrap gap-x-5 gap-y-1">
        <Link href={hrefOf(firstPage(query), '/over-time') as '/'} prefetch={false}>
          {(await getTranslations('overTime'))('link')}
        </Link>
        <KeepView query={query} />
      </div>
      <DroppedNotice dropped={dropped} unknown={list.names.unknown} />
      <div className="mt-4 gap-8 min-[1000px]:grid min-[1000px]:grid-cols-[13.5rem_minmax(0,1fr)]">
        <Filters query={query} facets={facets} />
        <div>
          {list.rows.length === 0 ? (
            <NoClaims narrowed={list.total.n > 0 || parts.length > 2} />
          ) : (
            <ClaimsTable claims={list.rows} heads={await columnHeads(query)} caption={t('caption')} />
          )}
          {query.sort.by === 'relevance' && list.total.n > MOST_RANKED && !list.after ? (
            <p className="mt-4 text-muted">{t('rankedOnly', { n: MOST_RANKED })}</p>
          ) : null}
          <div className="mt-4 flex flex-wrap items-baseline justify-between gap-x-8 gap-y-3">
            <Pages query={query} after={list.after} before={list.before} />
            <ColumnChoice query={query} />
          </div>
        </div>
      </div>
      <PageFoot
        folder="claims"
        address={hrefOf(query)}
        twins={listTwins('claims', hrefOf(query, ''), hrefOf(wholeView(query), ''))}
      />
    </>
  )
}
