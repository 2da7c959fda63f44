'use client'
import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useRef, useState } from 'react'
import { Suggest } from '@/app/_kit/suggest'
import type { Ref } from '@/lib/domain/claim-form/form'
import type { RefKind } from '@/lib/domain/claim-form/record'
import type { Candidate } from '@/lib/queries/resolve'
import { useClaimForm } from './context'
import { NewNode } from './new-node'

/** What the list offers: something recorded, or to record what was typed. */
type Suggestion = { candidate: Candidate; make?: undefined } | { make: string; candidate?: undefined }

/** Kinds that are offered in the list; the others are chosen below it. */
const OFFERED: Record<RefKind, readonly string[]> = {
  speaker: ['person', 'organization', 'anonymous'],
  source: ['news_report', 'official_record'],
  topic: ['topic'],
  node: ['person', 'organization', 'anonymous', 'news_report', 'official_record'],
}

/** Keystrokes come faster than answers are of use. */
const PAUSE_MS = 120

const useSuggestions = (takes: RefKind) => {
  const [found, setFound] = useState<Candidate[]>([])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const asked = useRef(0)
  const ask = (text: string) => {
    clearTimeout(timer.current)
    const turn = ++asked.current
    if (text.trim() === '') return setFound([])
    timer.current = setTimeout(async () => {
      const response = await fetch(`/desk/suggest?takes=${takes}&q=${encodeURIComponent(text)}`).catch(
        () => null,
      )
      const answer = response?.ok ? ((await response.json()) as { candidates: Candidate[] }) : null
      if (answer && turn === asked.current) setFound(answer.candidates)
    }, PAUSE_MS)
  }
  return { found, ask }
}

function Item({ suggestion, text }: { suggestion: Suggestion; text: string }) {
  const t = useTranslations()
  const { candidate, make } = suggestion
  if (candidate)
    return (
      <>
        {candidate.name}
        <span className="label ml-2">
          {[
            candidate.type === 'speaker'
              ? t(`speakerKind.${candidate.kind as 'person'}`)
              : candidate.type === 'source'
                ? t(`sourceKind.${candidate.kind as 'news_report'}`)
                : null,
            candidate.hint,
          ]
            .filter(Boolean)
            .join(', ')}
        </span>
      </>
    )
  return (
    <span className="text-link">
      {t('claimForm.record', {
        name: text.trim(),
        kind: ['person', 'organization', 'anonymous'].includes(make)
          ? t(`speakerKind.${make as 'person'}`)
          : make === 'topic'
            ? t('claimForm.makeTopic')
            : t(`sourceKind.${make as 'news_report'}`),
      })}
    </span>
  )
}

function Candidates({
  name,
  problem,
}: {
  name: string
  problem: { candidates?: Candidate[]; unknown?: boolean }
}) {
  const t = useTranslations()
  if (!problem.candidates?.length) return null
  return (
    <fieldset className="mt-1 space-y-0.5">
      <legend className="sr-only">{t('claimForm.which')}</legend>
      {problem.candidates.map((candidate) => (
        <label key={candidate.id} className="flex items-baseline gap-2">
          <input
            type="radio"
            name={`${name}.pick`}
            value={candidate.id}
            className="relative top-0.5 accent-link"
          />
          <span>
            <Item suggestion={{ candidate }} text="" />
          </span>
        </label>
      ))}
      {problem.unknown ? (
        <label className="flex items-baseline gap-2">
          <input type="radio" name={`${name}.pick`} value="new" className="relative top-0.5 accent-link" />
          <span>{t('claimForm.noneOfThese')}</span>
        </label>
      ) : null}
    </fieldset>
  )
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
  const t = useTranslations()
  const id = useId()
  const { problemAt, changed } = useClaimForm()
  const [value, setValue] = useState(initial)
  const { found, ask } = useSuggestions(takes)
  const problem = problemAt(name)
  const set = (next: Partial<Ref>) => {
    setValue((now) => ({ ...now, ...next }))
    changed()
  }
  const suggestions: Suggestion[] = [
    ...found.map((candidate) => ({ candidate })),
    ...(value.text.trim() === '' || value.id ? [] : OFFERED[takes].map((make) => ({ make }))),
  ]
  const choose = (suggestion: Suggestion) => {
    if (suggestion.candidate)
      set({ text: suggestion.candidate.name, id: suggestion.candidate.id, make: '', pick: '' })
    else set({ make: suggestion.make, id: '' })
  }
  const described = [hint && `${id}-hint`, problem && `${id}-error`].filter(Boolean).join(' ')
  const field = {
    id,
    name: `${name}.text`,
    className: 'field',
    autoComplete: 'off',
    maxLength: 500,
    'aria-describedby': described || undefined,
    'aria-invalid': problem ? true : undefined,
  } as const
  return (
    <div id={`at-${name}`} className="min-w-0">
      <label className="label block" htmlFor={id}>
        {label}
      </label>
      <Suggest
        field={field}
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
      <input type="hidden" name={`${name}.id`} value={value.id} />
      {hint ? (
        <p id={`${id}-hint`} className="label mt-0.5">
          {hint}
        </p>
      ) : null}
      {problem ? (
        <div id={`${id}-error`} className="mt-0.5">
          <p className="flex gap-1.5 font-medium">
            <CircleAlert aria-hidden="true" size={15} className="mt-[0.15em] shrink-0" />
            {problem.sentence}
          </p>
        </div>
      ) : null}
      {problem ? <Candidates name={name} problem={problem} /> : null}
      {value.make !== '' || (problem?.unknown && value.id === '') ? (
        <NewNode name={name} takes={takes} value={value} onMake={(make) => set({ make })} />
      ) : null}
    </div>
  )
}
