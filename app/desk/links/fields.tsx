import { useTranslations } from 'next-intl'
import { LINK_REFS } from '@/lib/domain/record-form/source'
import { BASES, CAPACITIES, LINK_MODES } from '@/lib/domain/vocabulary'
import { Choice, Line } from '../parts/fields'
import { NameLine } from '../parts/name-line'
import type { Shown } from '../parts/shown'

/** The fields of a link: who has it, whom it was got from, and how. */
export function LinkFields({ shown }: { shown: Shown }) {
  const t = useTranslations()
  const e = useTranslations('editLink')
  return (
    <>
      <NameLine kinds={LINK_REFS.from} shown={shown} name="from" label={e('from')} hint={e('endHint')} />
      <Choice
        shown={shown}
        name="mode"
        label={e('mode')}
        options={LINK_MODES.map((mode) => [mode, t(`mode.${mode}`)])}
      />
      <NameLine kinds={LINK_REFS.to} shown={shown} name="to" label={e('to')} hint={e('endHint')} />
      <div className="grid gap-3 sm:grid-cols-2">
        <Choice
          shown={shown}
          name="basis"
          label={e('basis')}
          options={['not_stated' as const, ...BASES.filter((b) => b !== 'not_stated')].map((basis) => [
            basis,
            t(`basis.${basis}`),
          ])}
        />
        <Choice
          shown={shown}
          name="capacity"
          label={e('capacity')}
          options={['personal' as const, ...CAPACITIES.filter((c) => c !== 'personal')].map((capacity) => [
            capacity,
            t(`capacity.${capacity}`),
          ])}
        />
        <NameLine kinds={LINK_REFS.capacityOrg} shown={shown} name="capacityOrg" label={e('capacityOrg')} />
        <Line shown={shown} name="wording" label={e('wording')} />
      </div>
    </>
  )
}
