import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Fragment } from 'react'
import { Facts } from '@/app/_kit/facts'
import { Section } from '@/app/_kit/section'
import { ChainDiagram, ChainList, LostTrails } from '@/app/_ledger/chain'
import { EvidenceColumns } from '@/app/_ledger/evidence'
import { HistoryList } from '@/app/_ledger/history'
import { SourceName, SpeakerName } from '@/app/_ledger/names'
import { ExcludedList, OriginList, Path } from '@/app/_ledger/origins'
import { RelationList } from '@/app/_ledger/relations'
import { claimShared } from '@/app/cards/metadata'
import { PageFoot } from '@/app/page-foot'
import { getClaimAtDesk } from '@/lib/queries/claims/at-desk'
import { ratingScales } from '@/lib/queries/claims/reviews'
import type { ClaimPage as View } from '@/lib/queries/views'
import { getDatabase } from '@/lib/web/database'
import { getViewer } from '@/lib/web/session'
import { recordHead } from '@/lib/web/twins'
import { Citation } from './citation'
import { Comments } from './desk/comments'
import { keptForms } from './desk/parts'
import { DeskStrip } from './desk/strip'
import { ChangeVerdict, NewVerdict } from './desk/verdict'
import { ClaimHead } from './head'
import { LinkedData } from './linked-data'
import { loadClaim } from './load'
import { StatusPanel } from './status'
import { Verdicts } from './verdicts'

interface Props {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ draft?: string | string[] }>
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const claim = await loadClaim((await params).slug)
  return {
    title: claim.statement,
    description: claim.sentence,
    ...(await recordHead('claims', claim.slug, claim.shelf)),
    ...(claim.shelf === 'teaching' ? { robots: { index: false } } : {}),
    ...(await claimShared(claim)),
  }
}

export default async function ClaimPage({ params, searchParams }: Props) {
  const t = await getTranslations()
  const claim = await loadClaim((await params).slug)
  const desk = await getClaimAtDesk(getDatabase(), await getViewer(), claim.slug)
  const kept = await keptForms((await searchParams).draft)
  const verdicts = desk?.may.review
    ? { slug: claim.slug, desk, kept: kept.review, scales: await ratingScales(getDatabase().reader) }
    : undefined
  return (
    <article>
      <LinkedData claimId={claim.id} />
      {desk ? <DeskStrip slug={claim.slug} desk={desk} kept={kept} /> : null}
      <ClaimHead claim={claim} />
      <StatusPanel claim={claim} />
      <Section
        className="mt-5! border-t-0! pt-0!"
        title={t('claim.restsOn')}
        note={
          <>
            {t('claim.asRecorded')} <Link href="/method">{t('claim.ruleLink')}</Link>
          </>
        }
      >
        <OriginList origins={claim.counted} />
        <ExcludedList items={claim.notCounted} />
        <Rings claim={claim} />
      </Section>
      <Section title={t('claim.chain')}>
        <Chain claim={claim} />
      </Section>
      <Section title={t('claim.evidence')}>
        <EvidenceColumns items={claim.items} />
      </Section>
      <Section title={t('claim.stakes')}>
        <Stakes claim={claim} />
      </Section>
      {claim.relations.length > 0 ? (
        <Section title={t('claim.relations')}>
          <RelationList relations={claim.relations} />
        </Section>
      ) : null}
      <Verdicts
        reviews={claim.reviews}
        change={verdicts && ((review) => <ChangeVerdict {...verdicts} review={review} />)}
      >
        {verdicts ? <NewVerdict {...verdicts} /> : null}
      </Verdicts>
      {desk ? <Comments slug={claim.slug} desk={desk} kept={kept.comment} /> : null}
      <Section title={t('claim.history')} className="no-print">
        <HistoryList entries={claim.history} />
      </Section>
      <Section title={t('claim.cite')}>
        <Citation claim={claim} />
      </Section>
      <PageFoot folder="claims" slug={claim.slug} shelf={claim.shelf} />
    </article>
  )
}

async function Rings({ claim }: { claim: View }) {
  const t = await getTranslations('claim')
  if (claim.rings.length === 0) return null
  return (
    <div className="mt-4">
      <h3 className="mb-1.5 font-semibold">{t('rings')}</h3>
      <ul>
        {claim.rings.map((ring, i) => (
          <li key={`${i}${ring.length}`}>
            <Path path={ring} />
          </li>
        ))}
      </ul>
    </div>
  )
}

async function Chain({ claim }: { claim: View }) {
  const t = await getTranslations('claim')
  const comma = (await getTranslations('ref'))('comma')
  const { chain, appearances } = claim
  return (
    <>
      {chain.complete ? (
        <>
          <ChainDiagram chain={chain} />
          <ChainList chain={chain} />
        </>
      ) : (
        <p className="text-muted">{t(claim.speaker ? 'chainNone' : 'chainRumour')}</p>
      )}
      {chain.lost ? <LostTrails lost={chain.lost} /> : null}
      {appearances.length > 0 ? (
        <Facts
          className="mt-4"
          rows={[
            [
              t('appears'),
              <ul key="appears">
                {appearances.map(({ source, locator, wording }) => (
                  <li key={`${source.slug} ${locator}`}>
                    <SourceName source={source} />
                    <span className="text-muted">
                      {[locator, wording && `“${wording}”`].filter(Boolean).map((x) => (
                        <Fragment key={x}>
                          {comma}
                          <bdi>{x}</bdi>
                        </Fragment>
                      ))}
                    </span>
                  </li>
                ))}
              </ul>,
            ],
          ]}
        />
      ) : null}
    </>
  )
}

async function Stakes({ claim }: { claim: View }) {
  const t = await getTranslations()
  if (claim.stakes.length === 0) return <p className="text-muted">{t('claim.stakesDefault')}</p>
  return (
    <ul className="space-y-1">
      {claim.stakes.map(({ party, stake, note }) => (
        <li key={party.slug}>
          <SpeakerName speaker={party} />{' '}
          <span className="text-muted">— {t(`stake.${stake as 'none'}`)}</span>
          {note ? <span>. {note}</span> : null}
        </li>
      ))}
    </ul>
  )
}
