import { useTranslations } from 'next-intl'
import { Checkbox } from '@/app/_kit/checkbox'
import { Field } from '@/app/_kit/field'
import { WEBHOOK_SUBJECTS, type WebhookSubject } from '@/lib/domain/input/api'

/** What is recorded of an address that is told of changes. */
export function WebhookFields({
  url,
  description,
  subjects = WEBHOOK_SUBJECTS,
  error,
}: {
  url?: string
  description?: string | null
  subjects?: readonly WebhookSubject[]
  error?: { field?: string; sentence: string }
}) {
  const t = useTranslations('webhooks')
  const at = (field: string) => (error?.field === field ? error.sentence : undefined)
  return (
    <>
      <Field
        label={t('url')}
        hint={t('urlHint')}
        error={at('url')}
        name="url"
        type="url"
        required
        maxLength={2048}
        defaultValue={url}
      />
      <Field
        label={t('description')}
        error={at('description')}
        name="description"
        maxLength={300}
        defaultValue={description ?? ''}
      />
      <fieldset>
        <legend className="label">{t('subjects')}</legend>
        <div className="flex flex-wrap gap-x-6">
          {WEBHOOK_SUBJECTS.map((subject) => (
            <Checkbox
              key={subject}
              name="subjects"
              value={subject}
              label={t(`subject_${subject}`)}
              defaultChecked={subjects.includes(subject)}
            />
          ))}
        </div>
        {at('subjects') ? <p className="mt-0.5 font-medium">{at('subjects')}</p> : null}
      </fieldset>
    </>
  )
}
