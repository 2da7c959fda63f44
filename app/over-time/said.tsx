import { getTranslations } from 'next-intl/server'
import { Section } from '@/app/_kit/section'
import { OverTimeChart } from '@/app/_ledger/over-time'
import type { ClaimQuery } from '@/lib/domain/query'
import { claimsOverTime } from '@/lib/queries/claims/over-time'
import { getDatabase } from '@/lib/web/database'
import { getViewer } from '@/lib/web/session'

/** A part of a record's page: its claims over time, where they are of more than one time. */
export async function Said({ query }: { query: ClaimQuery }) {
  const chart = await claimsOverTime(getDatabase(), await getViewer(), query)
  if (chart.buckets.length < 2) return null
  const t = await getTranslations('overTime')
  return (
    <Section title={t('title')}>
      <OverTimeChart chart={chart} query={query} />
    </Section>
  )
}
