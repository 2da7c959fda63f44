'use client'
import { useTranslations } from 'next-intl'
import { type ClaimForm, emptyRelation, refOf } from '@/lib/domain/claim-form/form'
import { RELATION_KINDS } from '@/lib/domain/vocabulary'
import { Choice, Line, Lines, Part } from './fields'
import { RefField } from './ref-field'
import { Rows } from './rows'

/** When and where it was said, and what it is about. */
export function WhenAndWhere({ form }: { form: ClaimForm }) {
  const t = useTranslations()
  return (
    <Part title={t('claimForm.whenAndWhere')}>
      <div className="grid gap-3 sm:grid-cols-3">
        <Line
          path="saidOn"
          label={t('claim.said')}
          hint={t('claimForm.dateHint')}
          value={form.saidOn}
          max={60}
        />
        <Line path="venue" label={t('claim.venue')} value={form.venue} max={300} />
        <Line path="place" label={t('claim.place')} value={form.place} max={300} />
      </div>
      <div className="mt-3">
        <Rows
          name="topics"
          values={form.topics}
          fresh={() => refOf('')}
          adders={[{ label: t('claimForm.addTopic') }]}
          label={(i) => t('claimForm.topicN', { n: i + 1 })}
        >
          {(value, path) => (
            <div className="pe-7">
              <RefField name={path} label={t('claims.topic')} takes="topic" value={value} />
            </div>
          )}
        </Rows>
      </div>
    </Part>
  )
}

/** How the claim stands to others. */
export function Related({ form, turn }: { form: Pick<ClaimForm, 'relations'>; turn: number }) {
  const t = useTranslations()
  return (
    <Part title={t('claim.relations')}>
      <Rows
        key={turn}
        name="relations"
        values={form.relations}
        fresh={emptyRelation}
        adders={[{ label: t('claimForm.addRelation') }]}
        label={(i) => t('claimForm.relationN', { n: i + 1 })}
      >
        {(value, path) => (
          <div className="grid gap-3 pe-7 sm:grid-cols-[10rem_minmax(0,1fr)_minmax(0,1fr)]">
            <Choice
              path={`${path}.kind`}
              label={t('claimForm.relation')}
              value={value.kind}
              values={RELATION_KINDS}
              words={(kind) => t(`relation.out.${kind as 'denies'}`)}
            />
            <Line path={`${path}.to`} label={t('claimForm.otherClaim')} value={value.to} max={300} />
            <Line path={`${path}.note`} label={t('claimForm.note')} value={value.note} max={500} />
          </div>
        )}
      </Rows>
    </Part>
  )
}

/** A note to readers, the language, and why a published claim is changed. */
export function Notes({ form, published }: { form: ClaimForm; published: boolean }) {
  const t = useTranslations()
  return (
    <div className="mt-7 space-y-3 border-t border-rule pt-3">
      <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_8rem]">
        <Lines path="note" label={t('claim.editorsNote')} value={form.note} max={2000} />
        <Line
          path="language"
          label={t('claimForm.language')}
          hint={t('claimForm.languageHint')}
          value={form.language || 'en'}
          max={35}
        />
      </div>
      {published ? (
        <Lines
          path="reason"
          label={t('claimForm.reason')}
          hint={t('claimForm.reasonHint')}
          value={form.reason}
          max={1000}
        />
      ) : null}
    </div>
  )
}
