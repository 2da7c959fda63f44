import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { getOverview } from '@/lib/queries/overview'
import { getDatabase } from '@/lib/web/database'
import { getViewer } from '@/lib/web/session'
import { PageTitle } from './_kit/page-title'
import { Section } from './_kit/section'
import { Change } from './_ledger/change'
import { FamilySummary } from './_ledger/families'
import { SourceName, SpeakerName } from './_ledger/names'
import { StatusBar, StatusTable } from './_ledger/status-bar'
import { PageFoot } from './page-foot'

export default async function OverviewPage() {
  const t = await getTranslations('overview')
  const overview = await getOverview(getDatabase(), await getViewer())
  const { claims, speakers, sources, counts } = overview
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <p className="max-w-[46ch] font-serif text-2xl leading-snug">
        {t('lead', { claims, speakers, sources })}
      </p>
      <p className="mt-3 max-w-[70ch] text-body text-muted">{t('intro')}</p>
      <p className="mt-3">
        <Link href="/claims">{t('browse')}</Link>
      </p>
      <Section title={t('families')}>
        <StatusBar counts={counts} className="mb-4 h-2.5" />
        <FamilySummary counts={counts} />
        <div className="mt-5">
          <StatusTable counts={counts} />
        </div>
      </Section>
      <div className="grid gap-x-10 md:grid-cols-2">
        <Section title={t('unsupportedBy')} note={t('unsupportedByNote')}>
          <ol>
            {overview.unsupportedBy.map((speaker) => (
              <li
                key={speaker.slug}
                className="flex items-baseline justify-between gap-4 border-b border-rule/60 py-1"
              >
                <SpeakerName speaker={speaker} brief />
                <Link
                  href={`/claims?status=unsupported&speaker=${speaker.slug}`}
                  className="plain-link numbers whitespace-nowrap"
                >
                  {t('of', { n: speaker.unsupported, total: speaker.claims })}
                </Link>
              </li>
            ))}
          </ol>
          {overview.unsupportedBy.length === 0 ? <p className="text-muted">{t('none')}</p> : null}
        </Section>
        <Section title={t('reliedOn')} note={t('reliedOnNote')}>
          <ol>
            {overview.reliedOn.map((source) => (
              <li
                key={source.slug}
                className="flex items-baseline justify-between gap-4 border-b border-rule/60 py-1"
              >
                <SourceName source={source} brief />
                <Link href={`/claims?source=${source.slug}`} className="plain-link numbers">
                  {source.claims}
                </Link>
              </li>
            ))}
          </ol>
          {overview.reliedOn.length === 0 ? <p className="text-muted">{t('none')}</p> : null}
        </Section>
      </div>
      <Section title={t('latest')}>
        <ol>
          {overview.latest.map((change) => (
            <Change key={change.id} change={change} />
          ))}
        </ol>
      </Section>
      <PageFoot folder="" />
    </>
  )
}
