import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { Notice } from '@/app/_kit/notice'
import { Section } from '@/app/_kit/section'
import { ClaimList } from '@/app/_ledger/claim-list'
import { SourceName } from '@/app/_ledger/names'
import { StatusBar, StatusTable } from '@/app/_ledger/status-bar'
import { speakerShared } from '@/app/cards/metadata'
import { Said } from '@/app/over-time/said'
import { PageFoot } from '@/app/page-foot'
import { Proposal } from '@/app/proposal'
import { RecordHistory } from '@/app/record-history'
import { compareHref, emptyQuery } from '@/lib/domain/query'
import { getSpeaker } from '@/lib/queries/speakers/page'
import { getDatabase } from '@/lib/web/database'
import { foundOr404 } from '@/lib/web/found'
import { getViewer } from '@/lib/web/session'
import { recordHead } from '@/lib/web/twins'
import { SpeakerFacts } from './facts'

interface Props {
  params: Promise<{ slug: string }>
}

const load = cache(async (slug: string) =>
  foundOr404(
    await getSpeaker(getDatabase(), await getViewer(), decodeURIComponent(slug)),
    (now) => `/speakers/${now}`,
  ),
)

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const speaker = await load((await params).slug)
  return {
    title: speaker.name,
    ...(await recordHead('speakers', speaker.slug, speaker.shelf)),
    ...(speaker.shelf === 'public' ? {} : { robots: { index: false } }),
    ...(await speakerShared(speaker)),
  }
}

export default async function SpeakerPage({ params }: Props) {
  const t = await getTranslations()
  const speaker = await load((await params).slug)
  return (
    <article>
      {speaker.shelf === 'desk' ? <Proposal kind="speaker" slug={speaker.slug} /> : null}
      {speaker.shelf === 'teaching' ? <Notice>{t('claim.teaching')}</Notice> : null}
      <p className="label first-letter:uppercase">{t(`speakerKind.${speaker.kind as 'person'}`)}</p>
      <h1 className="max-w-[34ch] font-serif text-3xl font-medium leading-tight" dir="auto">
        {speaker.name}
      </h1>
      {speaker.description ? (
        <p className="mt-2 max-w-[65ch] text-body text-muted">{speaker.description}</p>
      ) : null}
      {speaker.identityNote ? (
        <div className="mt-4">
          <Notice title={t('speaker.identity')}>{speaker.identityNote}</Notice>
        </div>
      ) : null}
      <SpeakerFacts speaker={speaker} />
      {speaker.claims > 0 ? (
        <Section title={t('speaker.statusCounts')} note={t('speaker.statusNote')}>
          <StatusBar counts={speaker.counts} className="mb-4" />
          <StatusTable counts={speaker.counts} filter={`&speaker=${speaker.slug}`} />
          <p className="no-print mt-3">
            <Link href={compareHref([speaker.slug]) as '/'} prefetch={false}>
              {t('compare.with')}
            </Link>
          </p>
        </Section>
      ) : null}
      {speaker.claims > 1 ? <Said query={{ ...emptyQuery(), speaker: [speaker.slug] }} /> : null}
      <Section title={t('speaker.made')}>
        {speaker.made.length === 0 ? <p className="text-muted">{t('speaker.madeNone')}</p> : null}
        <ClaimList claims={speaker.made} hideSpeaker />
        {speaker.claims > 0 ? (
          <p className="mt-3">
            <Link href={`/claims?speaker=${speaker.slug}`}>{t('claims.seeAll', { n: speaker.claims })}</Link>
          </p>
        ) : null}
      </Section>
      {speaker.testifies.total > 0 ? (
        <Section title={t('speaker.testifies')}>
          <ClaimList claims={speaker.testifies.rows} />
        </Section>
      ) : null}
      {speaker.published.length > 0 ? (
        <Section title={t('speaker.published')}>
          <ul className="space-y-1">
            {speaker.published.map((source) => (
              <li key={source.slug}>
                <SourceName source={source} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section id="history" title={t('claim.history')} className="no-print">
        <RecordHistory kind="speaker" record={speaker} />
      </Section>
      <PageFoot folder="speakers" slug={speaker.slug} shelf={speaker.shelf} />
    </article>
  )
}
