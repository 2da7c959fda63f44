'use client'
import { useTranslations } from 'next-intl'
import { type ClaimForm, emptyAppearance } from '@/lib/domain/claim-form/form'
import { nextHop } from '@/lib/domain/claim-form/steps'
import { LINK_MODES } from '@/lib/domain/vocabulary'
import type { ChainView } from '@/lib/queries/claims/chains'
import { Chains } from './chains'
import { Basis, Carried, Choice, Line, Part } from './fields'
import { RefField } from './ref-field'
import { Rows } from './rows'
import { Speaks } from './speaks'

/** The sources in which the claim appeared. */
export function WhereItAppeared({ form }: { form: ClaimForm }) {
  const t = useTranslations('claimForm')
  return (
    <Part title={t('whereItAppeared')}>
      <Rows
        name="appearances"
        values={form.appearances}
        fresh={emptyAppearance}
        adders={[{ label: t('addAppearance') }]}
        label={(i) => t('appearanceN', { n: i + 1 })}
      >
        {(value, path) => (
          <div className="grid gap-3 pe-7 sm:grid-cols-[minmax(0,1fr)_9rem_9rem]">
            <RefField name={`${path}.source`} label={t('source')} takes="source" value={value.source} />
            <Line path={`${path}.locator`} label={t('locator')} value={value.locator} max={200} />
            <Line path={`${path}.wording`} label={t('wording')} value={value.wording} max={120} />
            <Carried path={`${path}.selector`} value={value.selector} />
          </div>
        )}
      </Rows>
    </Part>
  )
}

/** The chain, step by step; or the one of another claim from the same source. */
export function HowItReachedUs({
  form,
  now,
  chains,
}: {
  form: ClaimForm
  /** The form as it stands: a new step goes on from it. */
  now: ClaimForm
  chains: ChainView[]
}) {
  const t = useTranslations()
  return (
    <Part title={t('claimForm.chain')} hint={t('claimForm.chainHint')}>
      {now.hops.length === 0 ? <Chains form={now} initial={chains} /> : null}
      <Rows
        name="hops"
        values={form.hops}
        fresh={() => nextHop(now)}
        adders={[{ label: t('claimForm.addHop') }]}
        label={(i) => t('claimForm.hopN', { n: i + 1 })}
      >
        {(value, path) => (
          <div className="grid gap-3 pe-7 sm:grid-cols-2">
            <RefField name={`${path}.from`} label={t('claimForm.hopFrom')} takes="node" value={value.from} />
            <RefField name={`${path}.to`} label={t('claimForm.hopTo')} takes="node" value={value.to} />
            <Choice
              path={`${path}.mode`}
              label={t('claimForm.mode')}
              value={value.mode || 'attributes'}
              values={LINK_MODES}
              words={(mode) => t(`mode.${mode as 'quotes'}`)}
            />
            <Basis path={`${path}.basis`} label={t('claimForm.hopBasis')} value={value.basis} />
            <Speaks path={path} value={value} />
            <Line path={`${path}.wording`} label={t('claimForm.wording')} value={value.wording} max={120} />
          </div>
        )}
      </Rows>
    </Part>
  )
}
