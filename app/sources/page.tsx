import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ChoiceLine } from '@/app/_kit/choice-line'
import { HeadCell } from '@/app/_kit/head-cell'
import { PageTitle } from '@/app/_kit/page-title'
import { SourceName } from '@/app/_ledger/names'
import { When } from '@/app/_ledger/when'
import { DroppedNotice } from '@/app/claims/dropped'
import { LAST, listHref, parseSourceQuery, SOURCE_SORTS, type SourceQuery } from '@/lib/domain/query'
import { SOURCE_STATUSES } from '@/lib/domain/vocabulary'
import { listSources } from '@/lib/queries/sources/list'
import type { SourceRow } from '@/lib/queries/views'
import { getDatabase } from '@/lib/web/database'
import { getViewer } from '@/lib/web/session'
import { listHead, listTwins } from '@/lib/web/twins'
import { PageFoot } from '../page-foot'
import { PageLinks } from '../page-links'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The queries of the address of this page, and of the first one. */
const places = (query: SourceQuery): [string, string] => [
  listHref('', query, { after: query.after, before: query.before }),
  listHref('', query),
]

export const generateMetadata = async ({ searchParams }: Props): Promise<Metadata> => {
  const { query } = parseSourceQuery(await searchParams)
  return {
    title: (await getTranslations('sources'))('title'),
    ...(await listHead('sources', ...places(query))),
  }
}

const ORDER = {
  title: 'byTitle',
  published: 'byPublished',
  claims: 'byClaims',
  recorded: 'byRecorded',
} as const

export default async function SourcesPage({ searchParams }: Props) {
  const t = await getTranslations('sources')
  const statuses = await getTranslations('sourceStatus')
  const { query, dropped } = parseSourceQuery(await searchParams)
  const { rows, total, after, before } = await listSources(getDatabase(), await getViewer(), query)
  const href = (change: object) => listHref('/sources', query, change)
  return (
    <>
      <PageTitle aside={t('total', { n: total })}>{t('title')}</PageTitle>
      <p className="max-w-[70ch] text-body text-muted">{t('intro')}</p>
      <DroppedNotice dropped={dropped} />
      <div className="mb-4 mt-4 flex flex-wrap gap-x-10 gap-y-1">
        <ChoiceLine
          label={t('statuses')}
          choices={[
            { label: t('all'), href: href({ status: undefined }), current: !query.status },
            ...SOURCE_STATUSES.map((status) => ({
              label: statuses(status),
              href: href({ status }),
              current: query.status === status,
            })),
          ]}
        />
        <ChoiceLine
          label={t('sort')}
          choices={SOURCE_SORTS.map((sort) => ({
            label: t(ORDER[sort]),
            href: href({ sort }),
            current: query.sort === sort,
          }))}
        />
      </div>
      {rows.length === 0 ? <p className="py-8 text-body">{t('empty')}</p> : <SourcesTable rows={rows} />}
      <div className="mt-4">
        <PageLinks
          after={after}
          before={before}
          first={href({})}
          last={href({ before: LAST })}
          beside={(page) => href(page)}
        />
      </div>
      <PageFoot
        folder="sources"
        address={`/sources${places(query)[0]}`}
        twins={listTwins('sources', ...places(query))}
      />
    </>
  )
}

async function SourcesTable({ rows }: { rows: SourceRow[] }) {
  const t = await getTranslations()
  return (
    <table className="w-full">
      <caption className="sr-only">{t('sources.caption')}</caption>
      <thead className="sticky top-0 bg-paper">
        <tr>
          <HeadCell>{t('sources.name')}</HeadCell>
          <HeadCell className="hidden sm:table-cell">{t('sources.kind')}</HeadCell>
          <HeadCell className="hidden sm:table-cell">{t('sources.published')}</HeadCell>
          <HeadCell numeric>{t('sources.claims')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {rows.map((source) => (
          <tr key={source.slug} className="border-b border-rule">
            <th scope="row" className="py-2 pe-4 text-start font-normal">
              <SourceName source={source} brief />
              {source.publisher ? <div className="text-small text-muted">{source.publisher}</div> : null}
            </th>
            <td className="hidden py-2 pe-4 align-baseline sm:table-cell">
              {t(`sourceKind.${source.kind as 'study'}`)}
            </td>
            <td className="hidden py-2 pe-4 align-baseline numbers sm:table-cell">
              <When edtf={source.publishedAt} />
            </td>
            <td className="py-2 text-end align-baseline numbers">
              {source.claims > 0 ? <Link href={`/claims?source=${source.slug}`}>{source.claims}</Link> : 0}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
