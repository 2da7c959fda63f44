'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Labelled } from '@/app/_kit/field'
import { Suggest } from '@/app/_kit/suggest'
import { CandidateLine, Choices, useCandidates } from '@/app/desk/parts/candidates'
import type { Ref } from '@/lib/domain/claim-form/form'
import { KINDS_OF, type RefKind } from '@/lib/domain/claim-form/record'
import type { Candidate } from '@/lib/queries/resolve'
import { useClaimForm } from './context'
import { NewNode, useMakeLabel } from './new-node'

/** What the list offers: something recorded, or to record what was typed. */
type Suggestion = { candidate: Candidate; make?: undefined } | { make: string; candidate?: undefined }

/** Kinds that are offered in the list; the others are chosen below it. */
const OFFERED: Record<RefKind, readonly string[]> = {
  speaker: ['person', 'organization', 'anonymous'],
  source: ['news_report', 'official_record'],
  topic: ['topic'],
  node: ['person', 'organization', 'anonymous', 'news_report', 'official_record'],
}

function Item({ suggestion: { candidate, make }, text }: { suggestion: Suggestion; text: string }) {
  const t = useTranslations('claimForm')
  const label = useMakeLabel()
  if (candidate) return <CandidateLine candidate={candidate} />
  return <span className="text-link">{t('record', { name: text.trim(), kind: label(make) })}</span>
}

/**
 * Names a speaker, source or topic. As a plain field it is looked up when the form is sent; with JavaScript the
 * ledger is searched while one types, and what is not found can be recorded in place.
 */
export function RefField({
  name,
  label,
  takes,
  value: initial,
  hint,
}: {
  name: string
  label: string
  takes: RefKind
  value: Ref
  hint?: string
}) {
  const t = useTranslations('claimForm')
  const { problemAt, changed } = useClaimForm()
  const [value, setValue] = useState(initial)
  const { found, ask } = useCandidates(KINDS_OF[takes])
  const problem = problemAt(name)
  const set = (next: Partial<Ref>) => {
    setValue((now) => ({ ...now, ...next }))
    changed()
  }
  const suggestions: Suggestion[] = [
    ...found.map((candidate) => ({ candidate })),
    ...(value.text.trim() === '' || value.id ? [] : OFFERED[takes].map((make) => ({ make }))),
  ]
  const choose = ({ candidate, make }: Suggestion) =>
    set(candidate ? { text: candidate.name, id: candidate.id, make: '', pick: '' } : { make, id: '' })
  return (
    <div className="min-w-0">
      <Labelled label={label} hint={hint} error={problem?.sentence} name={name}>
        {(control) => (
          <Suggest
            field={{
              ...control,
              name: `${name}.text`,
              className: 'field',
              autoComplete: 'off',
              maxLength: 500,
            }}
            text={value.text}
            items={suggestions}
            keyOf={({ candidate, make }) => candidate?.id ?? `make ${make}`}
            onText={(text) => {
              set({ text, id: '', pick: '' })
              ask(text)
            }}
            onChoose={choose}
          >
            {(suggestion) => <Item suggestion={suggestion} text={value.text} />}
          </Suggest>
        )}
      </Labelled>
      <input type="hidden" name={`${name}.id`} value={value.id} />
      <Choices
        name={name}
        candidates={problem?.candidates}
        none={problem?.unknown ? t('noneOfThese') : undefined}
      />
      {value.make !== '' || (problem?.unknown && value.id === '') ? (
        <NewNode name={name} takes={takes} value={value} onMake={(make) => set({ make })} />
      ) : null}
    </div>
  )
}
