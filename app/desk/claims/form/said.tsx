'use client'
import { useTranslations } from 'next-intl'
import type { ClaimForm } from '@/lib/domain/claim-form/form'
import { SPEECH_ACTS } from '@/lib/domain/vocabulary'
import { Basis, Capacity, Carried, Choice, Line, Lines, Part } from './fields'
import { RefField } from './ref-field'

/** The statement, the fragment that is quoted, and what kind of statement it is. */
export function WhatWasSaid({ form, isNew }: { form: ClaimForm; isNew: boolean }) {
  const t = useTranslations()
  return (
    <Part title={t('claimForm.whatWasSaid')} first>
      <div className="space-y-3">
        <Lines
          path="statement"
          label={t('claimForm.statement')}
          hint={t('claimForm.statementHint')}
          value={form.statement}
          max={1000}
          className="font-serif text-lg leading-snug"
          autoFocus={isNew}
        />
        <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_12rem]">
          <Line
            path="quote"
            label={t('claimForm.quote')}
            hint={t('claimForm.quoteHint')}
            value={form.quote}
            max={300}
          />
          <Choice
            path="speechAct"
            label={t('claim.act')}
            value={form.speechAct}
            values={SPEECH_ACTS}
            words={(act) => t(`act.${act as 'assertion'}`)}
          />
        </div>
        <Carried path="quoteSelector" value={form.quoteSelector} />
      </div>
    </Part>
  )
}

/** The speaker, how it knows, and for whom it speaks. */
export function WhoSaidIt({ form, capacity }: { form: ClaimForm; capacity: string }) {
  const t = useTranslations('claimForm')
  return (
    <Part title={t('whoSaidIt')}>
      <div className="grid gap-3 sm:grid-cols-2">
        <div className="sm:col-span-2">
          <RefField
            name="speaker"
            label={t('speaker')}
            takes="speaker"
            value={form.speaker}
            hint={t('speakerHint')}
          />
        </div>
        <Basis path="basis" label={t('basis')} value={form.basis} />
        <Capacity path="capacity" value={form.capacity} />
        {capacity === 'official' || form.capacityOrg.text ? (
          <RefField name="capacityOrg" label={t('capacityOrg')} takes="speaker" value={form.capacityOrg} />
        ) : null}
      </div>
    </Part>
  )
}
