'use client'
import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { Field, Select, TextArea } from '@/app/_kit/field'
import { BASES, CAPACITIES } from '@/lib/domain/vocabulary'
import { useClaimForm } from './context'

/** What every control of this form has: where it stands in the form, and what was typed there. */
interface Place {
  path: string
  label: string
  value: string
  hint?: string
}

const useControl = ({ path, label, hint }: Place) => {
  const { problemAt } = useClaimForm()
  return { name: path, label, hint, error: problemAt(path)?.sentence }
}

/** A line, of at most `max` characters. */
export function Line({ max, ...place }: Place & { max: number }) {
  return <Field {...useControl(place)} defaultValue={place.value} maxLength={max} autoComplete="off" />
}

/** Several lines. */
export function Lines({
  max,
  path,
  label,
  value,
  hint,
  ...area
}: Place & { max: number } & Pick<ComponentProps<'textarea'>, 'rows' | 'className' | 'autoFocus'>) {
  const control = useControl({ path, label, value, hint })
  return <TextArea {...control} {...area} defaultValue={value} maxLength={max} />
}

/** One of a closed vocabulary; the first of it where nothing was chosen. */
export function Choice({
  values,
  words,
  onPick,
  ...place
}: Place & {
  values: readonly string[]
  words: (value: string) => string
  onPick?: (value: string) => void
}) {
  const control = useControl(place)
  return (
    <Select
      {...control}
      defaultValue={place.value || values[0]}
      onChange={onPick && ((event) => onPick(event.target.value))}
    >
      {values.map((value) => (
        <option key={value} value={value}>
          {words(value)}
        </option>
      ))}
    </Select>
  )
}

/** How somebody knows. */
export function Basis(place: Place) {
  const t = useTranslations('basis')
  return (
    <Choice
      {...place}
      value={place.value || 'not_stated'}
      values={BASES}
      words={(basis) => t(basis as 'expert')}
    />
  )
}

/** In what capacity somebody speaks. */
export function Capacity({
  path,
  value,
  onPick,
}: {
  path: string
  value: string
  onPick?: (value: string) => void
}) {
  const t = useTranslations()
  return (
    <Choice
      path={path}
      label={t('claimForm.capacity')}
      value={value || 'personal'}
      values={CAPACITIES}
      words={(capacity) => t(`capacity.${capacity as 'official'}`)}
      onPick={onPick}
    />
  )
}

/** What is carried along, and not typed. */
export function Carried({ path, value }: { path: string; value: string }) {
  return <input type="hidden" name={path} defaultValue={value} />
}

/** A part of the form under its heading. */
export function Part({
  title,
  hint,
  first = false,
  children,
}: {
  title: string
  hint?: string
  /** Whether nothing of the form stands above it. */
  first?: boolean
  children: React.ReactNode
}) {
  return (
    <section className={`border-t border-rule pt-3 ${first ? '' : 'mt-7'}`}>
      <h2 className="mb-2 text-base font-semibold">{title}</h2>
      {hint ? <p className="label mb-2">{hint}</p> : null}
      {children}
    </section>
  )
}
