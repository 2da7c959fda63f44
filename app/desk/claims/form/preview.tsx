'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef, useState } from 'react'
import { StatusBadge } from '@/app/_ledger/status-badge'
import type { ClaimForm } from '@/lib/domain/claim-form/form'
import { graphOf, idsIn, type Neighbourhood } from '@/lib/domain/claim-form/graph'
import { refsOf } from '@/lib/domain/claim-form/record'
import { deriveSourcing } from '@/lib/domain/sourcing'
import type { SourcingGraph } from '@/lib/domain/sourcing/types'
import { type WhatIf, whatWouldChange } from '@/lib/domain/what-if'

/** What is recorded around the form's references: what the page came with, and what has been asked for since. */
const useAround = (form: ClaimForm, initial: Neighbourhood): Neighbourhood => {
  const [around, setAround] = useState(initial)
  const asked = useRef(new Set([...Object.keys(initial.speakers), ...Object.keys(initial.sources)]))
  const wanted = idsIn(refsOf(form))
  const missing = wanted.filter((id) => !asked.current.has(id)).join(',')
  useEffect(() => {
    if (missing === '') return
    for (const id of missing.split(',')) asked.current.add(id)
    fetch(`/desk/around?ids=${encodeURIComponent(missing)}`)
      .then((response) => (response.ok ? (response.json() as Promise<Neighbourhood>) : null))
      .then((more) => {
        if (!more) return
        setAround((now) => ({
          speakers: { ...now.speakers, ...more.speakers },
          sources: { ...now.sources, ...more.sources },
          links: [
            ...new Map([...now.links, ...more.links].map((link) => [JSON.stringify(link), link])).values(),
          ],
          newsroom: more.newsroom,
        }))
      })
      // The status then goes by what is known; the server derives it again when the claim is saved.
      .catch(() => undefined)
  }, [missing])
  return around
}

/** What the rules take for granted of who profits, where nothing is recorded (rules.md §2.4). */
const assumed = ({ claim, speakers = {} }: SourcingGraph): string | null => {
  const maker = claim.speaker ? speakers[claim.speaker] : undefined
  return maker && maker.kind !== 'anonymous' && !claim.stakes?.length ? (maker.name ?? null) : null
}

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
export function Preview({ form, around: initial }: { form: ClaimForm; around: Neighbourhood }) {
  const t = useTranslations()
  const around = useAround(form, initial)
  const { graph, sourcing, changes } = useMemo(() => {
    const graph = graphOf(form, around)
    return { graph, sourcing: deriveSourcing(graph), changes: whatWouldChange(graph) }
  }, [form, around])
  const maker = assumed(graph)
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
        <p className="mt-1.5 font-serif text-body leading-snug">{sourcing.explanation}</p>
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
      {maker ? <p className="label mt-2">{t('claimForm.stakeAssumed', { name: maker })}</p> : null}
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
