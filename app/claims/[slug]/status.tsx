import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { FlagList } from '@/app/_ledger/flags'
import { sentenceIn } from '@/app/_ledger/sentence'
import { StatusBadge } from '@/app/_ledger/status-badge'
import { Moment } from '@/app/_ledger/when'
import type { ClaimPage } from '@/lib/queries/views'

/** The sourcing status: mark, label and sentence, the rule that decided it, and the marks beside it. */
export async function StatusPanel({ claim }: { claim: ClaimPage }) {
  const t = await getTranslations()
  const sentence = sentenceIn(await getTranslations('sentence'), await getLocale())
  const { override } = claim
  return (
    <section aria-labelledby="status" className="mt-7 border-y border-ink py-4">
      <h2 id="status" className="label">
        {t('claim.status')}
      </h2>
      <p className="mt-1">
        <StatusBadge status={claim.shownStatus} flags={claim.flags} large />
      </p>
      {override ? (
        <div className="mt-2">
          <p>{t('claim.override', { label: t(`status.${override.status as 'contested'}`) })}</p>
          <p className="text-muted">
            {override.reason} — {override.by}, <Moment at={override.at} />
          </p>
          <p className="mt-2">{t('claim.derived', { label: t(`status.${claim.status as 'contested'}`) })}</p>
        </div>
      ) : null}
      <p className="mt-1.5 max-w-[65ch] font-serif text-xl leading-snug">{sentence(claim)}</p>
      <p className="mt-2 text-muted">
        <Link href={`/method#${claim.rule}`}>{t('claim.why', { rule: claim.rule })}</Link>
        {': '}
        {t(`rule.${claim.rule as 'R1'}`)}
      </p>
      <FlagList flags={claim.flags} />
    </section>
  )
}
