'use client'
import { useTranslations } from 'next-intl'
import { type ClaimForm, emptyStake } from '@/lib/domain/claim-form/form'
import type { AssumedStake } from '@/lib/domain/sourcing/stakes'
import { STAKES } from '@/lib/domain/vocabulary'
import { Carried, Choice, Line, Part } from './fields'
import { RefField } from './ref-field'
import { Rows } from './rows'

/** Whom the rules take to benefit, and why, as long as nothing else is recorded; and what is recorded. */
export function Stakes({
  form,
  turn,
  assumed,
  onStep,
}: {
  form: Pick<ClaimForm, 'stakes' | 'prefilledFor'>
  /** Counts how often the rows were changed other than by their own buttons. */
  turn: number
  assumed: readonly AssumedStake[]
  onStep: (step: string) => void
}) {
  const t = useTranslations()
  return (
    <Part title={t('claim.stakes')} hint={t('claimForm.stakesHint')}>
      <Carried key={form.prefilledFor} path="prefilledFor" value={form.prefilledFor} />
      {assumed.length > 0 ? (
        <ul className="mb-3 space-y-1">
          {assumed.map(({ id, name, why }) => (
            <li key={id} className="flex flex-wrap items-baseline gap-x-3">
              <span>
                {name} <span className="text-muted">— {t('stake.benefits')}</span>
              </span>
              <span className="label">{t(`claimForm.assumed_${why}`)}</span>
              <button
                type="submit"
                name="do"
                value={`stake.${name}`}
                formNoValidate
                className="cursor-pointer text-link underline"
                onClick={(event) => {
                  event.preventDefault()
                  onStep(`stake.${name}`)
                }}
              >
                {t('claimForm.noStake')}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <Rows
        key={turn}
        name="stakes"
        values={form.stakes}
        fresh={emptyStake}
        adders={[{ label: t('claimForm.addStake') }]}
        label={(i) => t('claimForm.stakeN', { n: i + 1 })}
      >
        {(value, path) => (
          <div className="grid gap-3 pe-7 sm:grid-cols-3">
            <RefField
              name={`${path}.party`}
              label={t('claimForm.party')}
              takes="speaker"
              value={value.party}
            />
            <Choice
              path={`${path}.stake`}
              label={t('claimForm.stake')}
              value={value.stake || 'none'}
              values={STAKES}
              words={(stake) => t(`stake.${stake as 'none'}`)}
            />
            <Line path={`${path}.note`} label={t('claimForm.stakeNote')} value={value.note} max={500} />
          </div>
        )}
      </Rows>
    </Part>
  )
}
