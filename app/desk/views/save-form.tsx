import { useTranslations } from 'next-intl'
import { Field } from '@/app/_kit/field'
import { FormErrors } from '@/app/_kit/form-errors'
import { type ClaimQuery, viewAddress } from '@/lib/domain/query'
import type { Refusal } from '@/lib/domain/result'

/** Asks for a name, and keeps the view under it. */
export function SaveViewForm({
  query,
  name = '',
  refusal = null,
}: {
  query: ClaimQuery
  name?: string
  refusal?: Refusal | null
}) {
  const t = useTranslations('views')
  const onName = refusal?.field === 'name'
  return (
    <form method="post" action="/desk/views/save" className="max-w-[26rem] space-y-3">
      {refusal && !onName ? (
        <FormErrors title={t('refused')} summary={refusal.sentence} problems={[]} />
      ) : null}
      <input type="hidden" name="address" value={viewAddress(query)} />
      <Field
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        error={onName ? refusal?.sentence : undefined}
        defaultValue={name}
        required
        maxLength={80}
        autoComplete="off"
      />
      <button type="submit" className="button">
        {t('saveDo')}
      </button>
    </form>
  )
}
