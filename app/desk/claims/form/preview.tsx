'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useSentence } from '@/app/_ledger/sentence'
import { StatusBadge } from '@/app/_ledger/status-badge'
import { deriveSourcing } from '@/lib/domain/sourcing'
import type { SourcingGraph } from '@/lib/domain/sourcing/types'
import { type WhatIf, whatWouldChange } from '@/lib/domain/what-if'

function Change({ change }: { change: WhatIf }) {
  const t = useTranslations('claimForm')
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-3 border-t border-rule py-1">
      <span className="min-w-0">{t(`if_${change.kind}`, { name: change.about ?? '' })}</span>
      <StatusBadge status={change.status} />
    </li>
  )
}

/** The margin: what the claim would be, as the form stands, by the same rules as everywhere. */
export function Preview({ graph }: { graph: SourcingGraph }) {
  const t = useTranslations()
  const { sourcing, changes } = useMemo(
    () => ({ sourcing: deriveSourcing(graph), changes: whatWouldChange(graph) }),
    [graph],
  )
  const sentence = useSentence()({ sentence: sourcing.explanation, sentenceFacts: sourcing.facts })
  const { origins, flags } = sourcing
  return (
    <section aria-labelledby="stands" className="border-t border-rule pt-3">
      <h2 id="stands" className="label mb-1.5">
        {t('claimForm.stands')}
      </h2>
      <div aria-live="polite" aria-atomic="true">
        <p>
          <StatusBadge status={sourcing.status} flags={flags} large />
        </p>
        <p className="mt-1.5 font-serif text-body leading-snug">{sentence}</p>
        {origins ? (
          <p className="label numbers mt-1.5">
            {t('claimForm.origins', { supports: origins.supports, contradicts: origins.contradicts })}
          </p>
        ) : null}
        {flags.length > 0 ? (
          <ul className="label mt-1">
            {flags.map((flag) => (
              <li key={flag}>{t(`flag.${flag}`)}</li>
            ))}
          </ul>
        ) : null}
      </div>
      {changes.length > 0 ? (
        <details className="mt-3" open>
          <summary className="font-medium">{t('claimForm.wouldChange')}</summary>
          <ul className="mt-1.5">
            {changes.map((change) => (
              <Change key={`${change.kind} ${change.about}`} change={change} />
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  )
}
