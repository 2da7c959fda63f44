import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { HeadCell } from '@/app/_kit/head-cell'
import { PageTitle } from '@/app/_kit/page-title'
import { StatusBar } from '@/app/_ledger/status-bar'
import { listTopics } from '@/lib/queries/topics'
import { getDatabase } from '@/lib/web/database'
import { getViewer } from '@/lib/web/session'
import { listHead, listTwins } from '@/lib/web/twins'
import { PageFoot } from '../page-foot'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('topics'))('title'),
  ...(await listHead('topics', '', '')),
})

export default async function TopicsPage() {
  const t = await getTranslations('topics')
  const topics = await listTopics(getDatabase(), await getViewer())
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <p className="mb-4 max-w-[70ch] text-body text-muted">
        {topics.length === 0 ? t('empty') : t('intro')}
      </p>
      <table className="w-full">
        <caption className="sr-only">{t('caption')}</caption>
        <thead>
          <tr>
            <HeadCell>{t('name')}</HeadCell>
            <HeadCell numeric>{t('claims')}</HeadCell>
            <HeadCell className="w-1/3">{t('spread')}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {topics.map((topic) => (
            <tr key={topic.slug} className="border-b border-rule">
              <th scope="row" className="py-2 pe-4 text-start font-normal">
                <Link href={`/topics/${topic.slug}`}>
                  <bdi>{topic.name}</bdi>
                </Link>
                {topic.description ? <div className="text-small text-muted">{topic.description}</div> : null}
              </th>
              <td className="py-2 pe-4 text-end align-baseline numbers">{topic.claims}</td>
              <td className="py-2 align-middle">
                <StatusBar counts={topic.counts} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <PageFoot folder="topics" twins={listTwins('topics', '', '')} />
    </>
  )
}
