'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { ClaimForm } from '@/lib/domain/claim-form/form'
import type { ChainView } from '@/lib/queries/claims/chains'

/** The ids of the sources in which the claim appeared, as far as they are recorded. */
const sourcesOf = (form: ClaimForm): string =>
  form.appearances
    .map(({ source }) => source.id)
    .filter(Boolean)
    .join(',')

/**
 * Chains by which other claims came from the same source. A plain submit button takes one over: the draft is saved,
 * and the page comes back with its steps.
 */
export function Chains({ form, initial }: { form: ClaimForm; initial: ChainView[] }) {
  const t = useTranslations('claimForm')
  const [chains, setChains] = useState(initial)
  const sources = sourcesOf(form)
  useEffect(() => {
    if (sources === '') return setChains([])
    const gone = new AbortController()
    fetch(`/desk/chains?sources=${encodeURIComponent(sources)}`, { signal: gone.signal })
      .then((response) =>
        response.ok ? (response.json() as Promise<{ chains: ChainView[] }>) : { chains: [] },
      )
      .then((answer) => setChains(answer.chains))
      // Nothing is offered then; the steps can still be written.
      .catch(() => undefined)
    return () => gone.abort()
  }, [sources])
  if (chains.length === 0) return null
  return (
    <ul className="mb-3 space-y-1">
      {chains.map(({ claim, statement, names }) => (
        <li key={claim} className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <button
            type="submit"
            name="do"
            value={`copy.${claim}`}
            formNoValidate
            className="cursor-pointer text-start text-link underline"
          >
            {t('copyChain', { statement })}
          </button>
          <span className="label">{names.join(' ← ')}</span>
        </li>
      ))}
    </ul>
  )
}
