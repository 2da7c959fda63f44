import { useTranslations } from 'next-intl'
import { Checkbox } from '@/app/_kit/checkbox'
import { Field, Select } from '@/app/_kit/field'
import { KEY_DAYS, SCOPES } from '@/lib/domain/input/api'

/** Makes a key: for oneself, or as an admin for somebody. */
export function KeyForm({
  action,
  owners,
  typed,
  error,
}: {
  action: string
  /** Whose it may be; none: one's own. */
  owners?: readonly { id: string; name: string }[]
  typed?: string
  error?: { field?: string; sentence: string }
}) {
  const t = useTranslations('keys')
  const at = (field: string) => (error?.field === field ? error.sentence : undefined)
  return (
    <form method="post" action={action} className="mt-5 grid max-w-[48rem] gap-4">
      <h3 className="font-medium">{t('makeTitle')}</h3>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label={t('name')}
          hint={t('nameHint')}
          error={at('name')}
          name="name"
          required
          maxLength={80}
          defaultValue={typed}
        />
        <Select label={t('lasts')} name="days" defaultValue="90">
          {KEY_DAYS.map((days) => (
            <option key={days} value={days}>
              {t('days', { days })}
            </option>
          ))}
          <option value="0">{t('forever')}</option>
        </Select>
        {owners ? (
          <Select label={t('ownerOf')} hint={t('ownerHint')} name="owner" error={at('ownerId')}>
            {owners.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        ) : null}
      </div>
      <fieldset>
        <legend className="label">{t('scopes')}</legend>
        <div className="grid gap-x-6 sm:grid-cols-2">
          {SCOPES.map((scope) => (
            <Checkbox
              key={scope}
              name="scopes"
              value={scope}
              label={t(`scope_${scope}`)}
              defaultChecked={scope === 'read'}
            />
          ))}
        </div>
        {at('scopes') ? <p className="mt-0.5 font-medium">{at('scopes')}</p> : null}
      </fieldset>
      <div>
        <button type="submit" className="button">
          {t('make')}
        </button>
      </div>
    </form>
  )
}
