import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { cache, type ReactNode } from 'react'
import { Facts } from '@/app/_kit/facts'
import { Notice } from '@/app/_kit/notice'
import { SpeakerName } from '@/app/_ledger/names'
import { Quote } from '@/app/_ledger/quote'
import { StatusBadge } from '@/app/_ledger/status-badge'
import { When } from '@/app/_ledger/when'
import { PageFoot } from '@/app/page-foot'
import { getClaimVersion } from '@/lib/queries/claims/version'
import { getDatabase } from '@/lib/web/database'
import { foundOr404 } from '@/lib/web/found'
import { getViewer } from '@/lib/web/session'

interface Props {
  params: Promise<{ slug: string; version: string }>
}

const load = cache(async (slug: string, version: string) => {
  if (!/^[1-9]\d{0,8}$/.test(version)) notFound()
  const found = await getClaimVersion(
    getDatabase(),
    await getViewer(),
    decodeURIComponent(slug),
    Number(version),
  )
  return foundOr404(found, (now) => `/claims/${now}/v/${version}`)
})

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { slug, version } = await params
  const t = await getTranslations('claim')
  const claim = await load(slug, version)
  return {
    title: `${claim.statement} (${t('versionTitle', { version: claim.version })})`,
    robots: { index: false },
  }
}

export default async function VersionPage({ params }: Props) {
  const { slug, version } = await params
  const t = await getTranslations()
  const format = await getFormatter()
  const claim = await load(slug, version)
  const at = format.dateTime(new Date(claim.at), { dateStyle: 'long' })
  const current = claim.version === claim.current
  return (
    <article>
      <Notice>
        <p>
          {t(current ? 'claim.versionCurrent' : 'claim.versionOld', {
            version: claim.version,
            at,
          })}{' '}
          <Link href={`/claims/${claim.slug}`}>{t('claim.versionLatest')}</Link>
        </p>
      </Notice>
      <h1 className="max-w-[34ch] font-serif text-[1.75rem] leading-snug sm:text-4xl sm:leading-tight">
        <bdi>{claim.statement}</bdi>
      </h1>
      {claim.quote ? (
        <p className="mt-3">
          <Quote text={claim.quote} className="text-xl text-muted" />
        </p>
      ) : null}
      <Facts
        className="mt-5"
        rows={[
          [
            t('claim.by'),
            claim.speaker ? <SpeakerName key="speaker" speaker={claim.speaker} /> : t('claim.nobody'),
          ],
          [t('claim.said'), <When key="said" edtf={claim.saidOn} />],
          [t('claim.act'), t(`act.${claim.speechAct as 'denial'}`)],
          [t('claim.basis'), t(`basis.${claim.basis as 'expert'}`)],
          [t('claim.venue'), claim.venue],
          [t('claim.place'), claim.place],
          ...claim.parts.map(({ field, text }): [string, ReactNode] => [
            t(`history.fields.${field as 'evidence'}`),
            <span key={field} className="whitespace-pre-line" dir="auto">
              {text}
            </span>,
          ]),
          [t('claim.editorsNote'), claim.note],
          [t('claim.versionStatus'), <StatusBadge key="status" status={claim.status} />],
          [t('history.claim.recorded', { actor: claim.actor }), at],
          [t('history.reason', { reason: '' }), claim.reason],
        ]}
      />
      <PageFoot folder="" address={`/claims/${claim.slug}/v/${claim.version}`} shelf={claim.shelf} />
    </article>
  )
}
