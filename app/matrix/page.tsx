import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Select } from '@/app/_kit/field'
import { Notice } from '@/app/_kit/notice'
import { PageTitle } from '@/app/_kit/page-title'
import { DroppedNotice } from '@/app/claims/dropped'
import { matrixHref, parseMatrixQuery } from '@/lib/domain/query'
import { getMatrix } from '@/lib/queries/speakers/matrix'
import { listTopics } from '@/lib/queries/topics'
import { getDatabase } from '@/lib/web/database'
import { getViewer } from '@/lib/web/session'
import { figureTwins } from '@/lib/web/twins'
import { PageFoot } from '../page-foot'
import { MatrixTable } from './table'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('matrix'))('title'),
})

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Speakers by sourcing status, of all claims or of one topic's. */
export default async function MatrixPage({ searchParams }: Props) {
  const { query, dropped } = parseMatrixQuery(await searchParams)
  const [db, viewer] = [getDatabase(), await getViewer()]
  const [matrix, topics] = await Promise.all([getMatrix(db, viewer, query), listTopics(db, viewer)])
  const t = await getTranslations('matrix')
  const topic = matrix.topic ? { topic: matrix.topic.slug } : {}
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <p className="max-w-[70ch] text-body text-muted">{t('intro')}</p>
      <DroppedNotice
        dropped={dropped}
        unknown={matrix.unknown ? [{ key: 'topic', value: matrix.unknown }] : []}
      />
      <form method="get" action="/matrix" className="no-print my-4 flex flex-wrap items-end gap-2">
        <div className="w-72 max-w-full">
          <Select name="topic" label={t('topic')} defaultValue={matrix.topic?.slug ?? ''}>
            <option value="">{t('allTopics')}</option>
            {topics.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </Select>
        </div>
        <button type="submit" className="button button-quiet">
          {t('show')}
        </button>
      </form>
      {matrix.partial ? <Notice>{t('partial', matrix.partial)}</Notice> : null}
      {matrix.rows.length === 0 ? (
        <p className="py-8 text-body">{t('empty')}</p>
      ) : (
        <MatrixTable matrix={matrix} />
      )}
      <p className="no-print mt-4 flex flex-wrap gap-x-5">
        {query.after ? <Link href={matrixHref(topic) as '/'}>{t('first')}</Link> : null}
        {matrix.after ? (
          <Link href={matrixHref({ ...topic, after: matrix.after }) as '/'} rel="next">
            {t('more')}
          </Link>
        ) : null}
      </p>
      <PageFoot
        folder=""
        address={matrixHref(query)}
        twins={figureTwins(matrixHref({ ...topic, after: query.after }))}
      />
    </>
  )
}
