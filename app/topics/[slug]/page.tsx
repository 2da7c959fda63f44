import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { PageTitle } from '@/app/_kit/page-title'
import { Section } from '@/app/_kit/section'
import { ClaimList } from '@/app/_ledger/claim-list'
import { SpeakerName } from '@/app/_ledger/names'
import { StatusBar, StatusTable } from '@/app/_ledger/status-bar'
import { Said } from '@/app/over-time/said'
import { PageFoot } from '@/app/page-foot'
import { emptyQuery, matrixHref } from '@/lib/domain/query'
import { getTopic } from '@/lib/queries/topics'
import { getDatabase } from '@/lib/web/database'
import { foundOr404 } from '@/lib/web/found'
import { getViewer } from '@/lib/web/session'
import { recordHead } from '@/lib/web/twins'

interface Props {
  params: Promise<{ slug: string }>
}

const load = cache(async (slug: string) =>
  foundOr404(
    await getTopic(getDatabase(), await getViewer(), decodeURIComponent(slug)),
    (now) => `/topics/${now}`,
  ),
)

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { name, slug } = await load((await params).slug)
  return { title: name, ...(await recordHead('topics', slug)) }
}

export default async function TopicPage({ params }: Props) {
  const t = await getTranslations()
  const topic = await load((await params).slug)
  return (
    <article>
      <PageTitle aside={t('claims.total', { n: topic.claims })}>
        <bdi>{topic.name}</bdi>
      </PageTitle>
      {topic.description ? <p className="max-w-[70ch] text-body text-muted">{topic.description}</p> : null}
      <div className="grid gap-x-10 md:grid-cols-2">
        <Section title={t('topic.statusCounts')}>
          <StatusBar counts={topic.counts} className="mb-4" />
          <StatusTable counts={topic.counts} filter={`&topic=${topic.slug}`} />
        </Section>
        <Section title={t('topic.speakers')}>
          <ol>
            {topic.speakers.map(({ speaker, claims }) => (
              <li
                key={speaker.slug}
                className="flex items-baseline justify-between gap-4 border-b border-rule/60 py-1"
              >
                <SpeakerName speaker={speaker} brief />
                <Link
                  href={`/claims?speaker=${speaker.slug}&topic=${topic.slug}`}
                  className="plain-link numbers"
                >
                  {claims}
                </Link>
              </li>
            ))}
          </ol>
          <p className="no-print mt-2">
            <Link href={matrixHref({ topic: topic.slug }) as '/'}>{t('matrix.link')}</Link>
          </p>
        </Section>
      </div>
      {topic.claims > 1 ? <Said query={{ ...emptyQuery(), topic: [topic.slug] }} /> : null}
      <Section title={t('topic.claims', { name: topic.name })}>
        <ClaimList claims={topic.rows} />
        <p className="mt-3">
          <Link href={`/claims?topic=${topic.slug}`}>{t('claims.seeAll', { n: topic.claims })}</Link>
        </p>
      </Section>
      <PageFoot folder="topics" slug={topic.slug} />
    </article>
  )
}
