import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { Facts } from '@/app/_kit/facts'
import { Notice } from '@/app/_kit/notice'
import { Section } from '@/app/_kit/section'
import { ClaimList } from '@/app/_ledger/claim-list'
import { LinkList } from '@/app/_ledger/links'
import { SpeakerName } from '@/app/_ledger/names'
import { StatusBar, StatusTable } from '@/app/_ledger/status-bar'
import { Moment, When } from '@/app/_ledger/when'
import { Said } from '@/app/over-time/said'
import { PageFoot } from '@/app/page-foot'
import { Proposal } from '@/app/proposal'
import { RecordHistory } from '@/app/record-history'
import { emptyQuery } from '@/lib/domain/query'
import { getSource } from '@/lib/queries/sources/page'
import type { SourcePage as View } from '@/lib/queries/views'
import { getDatabase } from '@/lib/web/database'
import { foundOr404 } from '@/lib/web/found'
import { getViewer } from '@/lib/web/session'
import { recordHead } from '@/lib/web/twins'
import { Underway } from './underway'

interface Props {
  params: Promise<{ slug: string }>
}

const load = cache(async (slug: string) =>
  foundOr404(
    await getSource(getDatabase(), await getViewer(), decodeURIComponent(slug)),
    (now) => `/sources/${now}`,
  ),
)

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const source = await load((await params).slug)
  return {
    title: source.name,
    ...(await recordHead('sources', source.slug, source.shelf)),
    ...(source.shelf === 'public' ? {} : { robots: { index: false } }),
  }
}

export default async function SourcePage({ params }: Props) {
  const t = await getTranslations()
  const source = await load((await params).slug)
  const restingOnly = source.resting.rows.filter(
    (row) => !source.appearing.rows.some((other) => other.slug === row.slug),
  )
  return (
    <article>
      {source.shelf === 'desk' ? <Proposal kind="source" slug={source.slug} /> : null}
      {source.shelf === 'teaching' ? <Notice>{t('claim.teaching')}</Notice> : null}
      <p className="label first-letter:uppercase">{t(`sourceKind.${source.kind as 'study'}`)}</p>
      <h1 className="max-w-[40ch] font-serif text-3xl font-medium leading-tight" dir="auto">
        {source.name}
      </h1>
      {source.status === 'current' ? null : (
        <div className="mt-4">
          <Notice title={t(`sourceStatus.${source.status as 'retracted'}`)}>{source.statusNote}</Notice>
        </div>
      )}
      <Underway id={source.id} slug={source.slug} />
      <SourceFacts source={source} />
      <div className="grid gap-x-10 md:grid-cols-2">
        <Section title={t('source.gotFrom')}>
          {source.gotFrom.length === 0 ? <p className="text-muted">{t('source.gotFromNone')}</p> : null}
          <LinkList links={source.gotFrom} />
        </Section>
        {source.usedBy.length > 0 ? (
          <Section title={t('source.usedBy')}>
            <LinkList links={source.usedBy} />
          </Section>
        ) : null}
      </div>
      {source.claims > 0 ? (
        <Section title={t('source.statusCounts')}>
          <StatusBar counts={source.counts} className="mb-4" />
          <StatusTable counts={source.counts} filter={`&source=${source.slug}`} />
        </Section>
      ) : null}
      {source.claims > 1 ? <Said query={{ ...emptyQuery(), source: [source.slug] }} /> : null}
      {source.appearing.total > 0 ? (
        <Section title={t('source.appearing')} note={String(source.appearing.total)}>
          <ClaimList claims={source.appearing.rows} />
        </Section>
      ) : null}
      {restingOnly.length > 0 || source.claims === 0 ? (
        <Section title={t('source.resting')}>
          {restingOnly.length === 0 ? <p className="text-muted">{t('source.none')}</p> : null}
          <ClaimList claims={restingOnly} />
        </Section>
      ) : null}
      {source.claims > 0 ? (
        <p className="mt-3">
          <Link href={`/claims?source=${source.slug}`}>{t('claims.seeAll', { n: source.claims })}</Link>
        </p>
      ) : null}
      <Section id="history" title={t('claim.history')} className="no-print">
        <RecordHistory kind="source" record={source} />
      </Section>
      <PageFoot folder="sources" slug={source.slug} shelf={source.shelf} />
    </article>
  )
}

const outside = (address: string | null) =>
  address && (
    <a href={address} rel="noopener nofollow" className="[overflow-wrap:anywhere]">
      {address}
    </a>
  )

async function SourceFacts({ source }: { source: View }) {
  const t = await getTranslations()
  return (
    <Facts
      className="mt-5"
      rows={[
        [
          t('source.publisher'),
          source.publisherRef && <SpeakerName key="publisher" speaker={source.publisherRef} />,
        ],
        [t('source.authors'), source.authors.join(', ')],
        [t('source.published'), <When key="published" edtf={source.publishedAt} />],
        [t('source.modified'), source.modifiedAt && <When key="modified" edtf={source.modifiedAt} />],
        [t('source.status'), t(`sourceStatus.${source.status as 'current'}`)],
        [t('source.issuer'), source.issuer && <SpeakerName key="issuer" speaker={source.issuer} />],
        [
          t('source.authenticity'),
          source.isRecord &&
            [t(`authenticity.${source.authenticity as 'disputed'}`), source.authenticityNote]
              .filter(Boolean)
              .join(': '),
        ],
        [t('source.language'), source.language],
        [t('source.address'), outside(source.canonicalUrl ?? source.url)],
        [t('source.note'), source.note],
        [
          t('source.snapshots'),
          source.snapshots.length > 0 && (
            <ul key="snapshots">
              {source.snapshots.map(({ uri, capturedAt }) => (
                <li key={uri + capturedAt}>
                  <Moment at={capturedAt} /> {outside(uri)}
                </li>
              ))}
            </ul>
          ),
        ],
      ]}
    />
  )
}
