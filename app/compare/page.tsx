import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Notice } from '@/app/_kit/notice'
import { PageTitle } from '@/app/_kit/page-title'
import { DroppedNotice } from '@/app/claims/dropped'
import { compareHref, parseCompareQuery } from '@/lib/domain/query'
import { compareSpeakers } from '@/lib/queries/speakers/compare'
import { getDatabase } from '@/lib/web/database'
import { getViewer } from '@/lib/web/session'
import { figureTwins } from '@/lib/web/twins'
import { PageFoot } from '../page-foot'
import { askedFor, slugOf } from './asked'
import { Compared } from './compared'
import { CompareForm } from './form'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('compare'))('title'),
})

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Two speakers side by side; a form for their names as long as there are not two. */
export default async function ComparePage({ searchParams }: Props) {
  const { speakers, dropped } = parseCompareQuery(await searchParams)
  const asked = await askedFor(speakers, dropped.length > 0)
  const [a, b] = [slugOf(asked[0]), slugOf(asked[1])]
  const comparison =
    a && b && a !== b ? await compareSpeakers(getDatabase(), await getViewer(), [a, b]) : null
  const t = await getTranslations('compare')
  const title = comparison
    ? t('titleOf', { a: comparison.speakers[0].speaker.name, b: comparison.speakers[1].speaker.name })
    : t('title')
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <p className="max-w-[70ch] text-body text-muted">{t('intro')}</p>
      <DroppedNotice dropped={dropped} />
      {a && a === b ? <Notice>{t('same')}</Notice> : null}
      {comparison ? (
        <>
          <p className="no-print mt-2">
            <Link href={'/compare' as '/'}>{t('change')}</Link>
          </p>
          {comparison.newest === null ? null : <Notice>{t('newest', { newest: comparison.newest })}</Notice>}
          <Compared comparison={comparison} />
        </>
      ) : (
        <CompareForm asked={asked} />
      )}
      <PageFoot
        folder=""
        address={compareHref(speakers)}
        twins={comparison ? figureTwins(compareHref(speakers), false) : []}
      />
    </>
  )
}
