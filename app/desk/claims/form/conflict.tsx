import { useTranslations } from 'next-intl'
import { WordDiff } from '@/app/_ledger/word-diff'
import type { Difference } from '@/lib/domain/claim-form/compare'
import type { FormValues } from '@/lib/domain/form'

/** The label of a compared field, as the form calls it. */
const LABELS = {
  statement: 'claimForm.statement',
  quote: 'claimForm.quote',
  speechAct: 'claim.act',
  speaker: 'claimForm.speaker',
  basis: 'claimForm.basis',
  capacity: 'claimForm.capacity',
  capacityOrg: 'claimForm.capacityOrg',
  appearances: 'claimForm.whereItAppeared',
  hops: 'claimForm.chain',
  saidOn: 'claim.said',
  venue: 'claim.venue',
  place: 'claim.place',
  topics: 'claim.topics',
  evidence: 'claimForm.evidence',
  stakes: 'claim.stakes',
  relations: 'claim.relations',
  note: 'claim.editorsNote',
  language: 'claimForm.language',
} as const

function Side({
  name,
  value,
  label,
  text,
  other,
  chosen,
}: {
  name: string
  value: string
  label: string
  text: string
  other: string
  chosen: boolean
}) {
  const t = useTranslations('claimForm')
  return (
    <label className="flex items-baseline gap-2">
      <input
        type="radio"
        name={name}
        value={value}
        defaultChecked={chosen}
        className="relative top-0.5 accent-link"
      />
      <span className="min-w-0">
        <span className="label block">{label}</span>
        <span className="block whitespace-pre-line font-serif leading-snug [&_del]:hidden">
          {text === '' ? (
            <span className="text-muted">{t('empty')}</span>
          ) : (
            <WordDiff before={other} after={text} sentence={text} />
          )}
        </span>
      </span>
    </label>
  )
}

/** A stale save: both texts, field by field, and nothing overwritten. */
export function Conflict({
  differences,
  values,
  by,
}: {
  differences: readonly Difference[]
  /** The form as typed, which is posted again with the choices. */
  values: FormValues
  by: string
}) {
  const t = useTranslations()
  return (
    <form
      method="post"
      action="/desk/claims/save"
      className="mb-8 border-s-4 border-ink bg-wash px-4 py-3"
      aria-labelledby="conflict"
    >
      <h2 id="conflict" className="font-semibold">
        {t('claimForm.conflictTitle')}
      </h2>
      <p className="mt-1 max-w-[70ch]">
        {by ? `${t('claimForm.conflictBy', { by })} ` : ''}
        {t('claimForm.conflictText')}
      </p>
      {Object.entries(values).flatMap(([name, typed]) =>
        typed.map((value, i) => (
          <input key={`${name} ${i === 0 ? '' : i}`} type="hidden" name={name} value={value} />
        )),
      )}
      {differences.map(({ field, mine, theirs, changed }) => (
        <fieldset key={field} className="mt-3 border-t border-rule pt-2">
          <legend className="sr-only">{t(LABELS[field])}</legend>
          <p aria-hidden="true" className="mb-1 font-medium">
            {t(LABELS[field])}
          </p>
          <div className="grid gap-x-6 gap-y-2 md:grid-cols-2">
            <Side
              name={`take.${field}`}
              value="mine"
              label={t('claimForm.mine')}
              text={mine}
              other={theirs}
              chosen={changed.mine}
            />
            <Side
              name={`take.${field}`}
              value="theirs"
              label={t('claimForm.theirs')}
              text={theirs}
              other={mine}
              chosen={!changed.mine}
            />
          </div>
        </fieldset>
      ))}
      <button type="submit" name="do" value="resolve" className="button mt-4">
        {t('claimForm.resolve')}
      </button>
    </form>
  )
}
