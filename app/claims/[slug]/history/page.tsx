import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { FormErrors } from '@/app/_kit/form-errors'
import { PageTitle } from '@/app/_kit/page-title'
import { HistoryList } from '@/app/_ledger/history'
import { PageFoot } from '@/app/page-foot'
import { Restore } from '@/app/restore'
import { one } from '@/lib/domain/form'
import { getClaimHistory } from '@/lib/queries/claims/whole-history'
import type { HistoryEntry } from '@/lib/queries/views'
import { getDatabase } from '@/lib/web/database'
import { keptForm } from '@/lib/web/forms'
import { foundOr404 } from '@/lib/web/found'
import { getViewer } from '@/lib/web/session'

interface Props {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ before?: string | string[]; draft?: string | string[] }>
}

const load = cache(async (slug: string, before: string | undefined) => {
  const version = before && /^[1-9]\d{0,8}$/.test(before) ? Number(before) : undefined
  const found = await getClaimHistory(getDatabase(), await getViewer(), decodeURIComponent(slug), version)
  return foundOr404(found, (now) => `/claims/${now}/history`)
})

const beforeIn = ({ before }: Awaited<Props['searchParams']>) => [before].flat().at(-1)

export const generateMetadata = async ({ params, searchParams }: Props): Promise<Metadata> => {
  const t = await getTranslations('desk')
  const claim = await load((await params).slug, beforeIn(await searchParams))
  return { title: t('historyTitle', { statement: claim.statement }), robots: { index: false } }
}

export default async function History({ params, searchParams }: Props) {
  const t = await getTranslations('desk')
  const asked = await searchParams
  const before = beforeIn(asked)
  const claim = await load((await params).slug, before)
  const kept = await keptForm('claim.restore', asked.draft)
  const address = `/claims/${claim.slug}`
  /** What an entry leads to: the version that it made, and the way back to it. */
  const below = ({ version }: HistoryEntry) =>
    version === null ? null : (
      <div className="mt-0.5 flex flex-wrap items-baseline gap-x-4 text-small">
        <Link href={`${address}/v/${version}` as '/claims'} prefetch={false}>
          {t('versionLink', { version })}
        </Link>
        {claim.mayRestore && version < claim.version ? (
          <Restore
            action={`/desk/claims/${claim.slug}/restore`}
            id={claim.id}
            version={claim.version}
            to={version}
            typed={kept && one(kept.values, 'to') === String(version) ? one(kept.values, 'reason') : null}
          />
        ) : null}
      </div>
    )
  return (
    <>
      <p className="label mb-1">{t('historyHead')}</p>
      <PageTitle aside={<Link href={address as '/claims'}>{t('historyBack')}</Link>}>
        <bdi>{claim.statement}</bdi>
      </PageTitle>
      {kept?.refusal ? <FormErrors title="" summary={kept.refusal.sentence} problems={[]} /> : null}
      <HistoryList entries={claim.entries} below={below} />
      <p className="mt-6 flex flex-wrap gap-x-6">
        {before ? <Link href={`${address}/history` as '/claims'}>{t('historyNewest')}</Link> : null}
        {claim.before ? (
          <Link href={`${address}/history?before=${claim.before}` as '/claims'}>{t('historyOlder')}</Link>
        ) : null}
      </p>
      <PageFoot folder="" address={`${address}/history`} shelf={claim.shelf} />
    </>
  )
}
