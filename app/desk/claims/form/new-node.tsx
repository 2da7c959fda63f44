'use client'
import { useTranslations } from 'next-intl'
import { Field, Select } from '@/app/_kit/field'
import type { Ref } from '@/lib/domain/claim-form/form'
import type { RefKind } from '@/lib/domain/claim-form/record'
import { SOURCE_KINDS, SPEAKER_KINDS } from '@/lib/domain/vocabulary'
import { useClaimForm } from './context'

/** The kinds that may be recorded where a reference takes them. */
export const MAKES: Record<RefKind, readonly string[]> = {
  speaker: SPEAKER_KINDS,
  source: SOURCE_KINDS,
  topic: ['topic'],
  node: [...SPEAKER_KINDS, ...SOURCE_KINDS],
}

/** What a kind of speaker, source or topic is called. */
export const useMakeLabel = () => {
  const t = useTranslations()
  return (make: string): string =>
    make === 'topic'
      ? t('claimForm.makeTopic')
      : (SPEAKER_KINDS as readonly string[]).includes(make)
        ? t(`speakerKind.${make as 'person'}`)
        : t(`sourceKind.${make as 'news_report'}`)
}

function Details({ name, value }: { name: string; value: Ref }) {
  const t = useTranslations('claimForm')
  const { problemAt } = useClaimForm()
  const field = (part: keyof Ref, hint?: string) => (
    <Field
      name={`${name}.${part}`}
      label={t(`new_${part as 'role'}`)}
      hint={hint}
      error={problemAt(`${name}.${part}`)?.sentence}
      defaultValue={value[part]}
      maxLength={500}
      autoComplete="off"
    />
  )
  if (value.make === 'person')
    return (
      <>
        {field('role')}
        {field('org')}
      </>
    )
  if (value.make === 'organization')
    return (
      <label className="col-span-full flex items-baseline gap-2">
        <input
          type="checkbox"
          name={`${name}.outlet`}
          value="yes"
          defaultChecked={value.outlet === 'yes'}
          className="relative top-0.5 accent-link"
        />
        {t('new_outlet')}
      </label>
    )
  if (value.make === 'anonymous')
    return (
      <>
        {field('vouchedBy', t('vouchedByHint'))}
        {field('headCount', t('headCountHint'))}
        {field('affiliation', t('affiliationHint'))}
      </>
    )
  if (value.make === '' || value.make === 'topic') return null
  return (
    <>
      {field('publisher')}
      {field('date', t('dateHint'))}
      {field('url')}
    </>
  )
}

/** What is asked of something that is recorded for the first time: its kind, and only what that kind needs. */
export function NewNode({
  name,
  takes,
  value,
  onMake,
}: {
  name: string
  takes: RefKind
  value: Ref
  onMake: (make: string) => void
}) {
  const t = useTranslations()
  const label = useMakeLabel()
  return (
    <div className="mt-1.5 grid gap-x-3 gap-y-2 border-s-2 border-rule ps-3 sm:grid-cols-2">
      <Select
        name={`${name}.make`}
        label={t('claimForm.what')}
        value={value.make}
        onChange={(event) => onMake(event.target.value)}
      >
        <option value="">{t('claimForm.whatNone')}</option>
        {MAKES[takes].map((make) => (
          <option key={make} value={make}>
            {label(make)}
          </option>
        ))}
      </Select>
      <Details key={value.make} name={name} value={value} />
    </div>
  )
}
