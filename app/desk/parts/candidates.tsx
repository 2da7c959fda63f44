'use client'
import { useTranslations } from 'next-intl'
import { useSuggested } from '@/app/_kit/use-suggested'
import type { NameKind } from '@/lib/domain/name-kinds'
import type { Candidate } from '@/lib/queries/resolve'

/** Searches the ledger for a name while it is typed. */
export const useCandidates = (kinds: readonly NameKind[]) =>
  useSuggested(
    (text) => `/desk/suggest?kinds=${kinds.join()}&q=${encodeURIComponent(text)}`,
    ({ candidates }: { candidates: Candidate[] }) => candidates,
  )

/** A record that a name may mean, with what tells it from others of that name. */
export function CandidateLine({ candidate: { name, type, kind, hint } }: { candidate: Candidate }) {
  const t = useTranslations()
  const what =
    type === 'speaker'
      ? t(`speakerKind.${kind as 'person'}`)
      : type === 'source'
        ? t(`sourceKind.${kind as 'study'}`)
        : null
  return (
    <>
      {name} <span className="label">{[what, hint].filter(Boolean).join(', ')}</span>
    </>
  )
}

/** The records that a name may mean, to choose one of; `none` where it may be none of them. */
export function Choices({
  name,
  candidates = [],
  none,
}: {
  name: string
  candidates?: readonly Candidate[]
  none?: string
}) {
  const t = useTranslations('suggest')
  if (candidates.length === 0) return null
  const radio = (value: string) => (
    <input type="radio" name={`${name}.pick`} value={value} className="relative top-0.5 accent-link" />
  )
  return (
    <fieldset className="mt-1 space-y-0.5">
      <legend className="sr-only">{t('which')}</legend>
      {candidates.map((candidate) => (
        <label key={candidate.id} className="flex items-baseline gap-2">
          {radio(candidate.id)}
          <span>
            <CandidateLine candidate={candidate} />
          </span>
        </label>
      ))}
      {none ? (
        <label className="flex items-baseline gap-2">
          {radio('new')}
          <span>{none}</span>
        </label>
      ) : null}
    </fieldset>
  )
}
