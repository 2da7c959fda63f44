import { useTranslations } from 'next-intl'
import { Checkbox } from '@/app/_kit/checkbox'
import { Field, Select } from '@/app/_kit/field'
import { DATE_ORDERS } from '@/lib/domain/import/dates'
import { CONSTANTS } from '@/lib/domain/import/form'
import { type ImportProfile, SUBJECTS } from '@/lib/domain/import/profile'
import type { ImportView, Sample } from '@/lib/queries/imports'
import { Columns } from './columns'

interface Props {
  view: ImportView
  sample: Sample
  mayPublish: boolean
}

/** What the records mean: a column for each of our fields, with what stands in it. */
export function MappingForm({ view, sample, mayPublish }: Props) {
  const t = useTranslations('imports')
  const { profile } = view
  return (
    <form method="post" action={`/desk/imports/${view.id}/map`} className="max-w-[60rem] space-y-5">
      <div className="grid gap-x-5 gap-y-3 sm:grid-cols-2">
        <Select label={t('subject')} name="subject" defaultValue={profile.subject}>
          {SUBJECTS.map((subject) => (
            <option key={subject} value={subject}>
              {t(`subjects.${subject}`)}
            </option>
          ))}
        </Select>
        <Field
          label={t('origin')}
          hint={t('originHint')}
          name="origin"
          defaultValue={profile.origin}
          maxLength={120}
        />
      </div>
      {sample.known ? (
        <p className="text-muted">{t(sample.known)}</p>
      ) : (
        <Columns profile={profile} sample={sample} />
      )}
      <Rules profile={profile} />
      {mayPublish ? (
        <Checkbox label={t('publish')} name="publish" value="yes" defaultChecked={view.publish} />
      ) : null}
      <p className="label">{t('publishNote')}</p>
      <div className="flex flex-wrap items-end gap-x-5 gap-y-3">
        <div className="min-w-[16rem]">
          <Field label={t('save')} name="name" maxLength={80} />
        </div>
        <button type="submit" name="do" value="check" className="button">
          {t('checkDo')}
        </button>
      </div>
    </form>
  )
}

/** What holds for all records alike. */
function Rules({ profile }: { profile: ImportProfile }) {
  const t = useTranslations('imports')
  return (
    <>
      <div className="grid gap-x-5 gap-y-3 sm:grid-cols-2">
        <Select label={t('dates')} name="dates" defaultValue={profile.dates}>
          {DATE_ORDERS.map((order) => (
            <option key={order} value={order}>
              {t(`dateOrders.${order}`)}
            </option>
          ))}
        </Select>
        <Select label={t('sameName')} name="sameName" defaultValue={profile.sameName}>
          {(['problem', 'create'] as const).map((way) => (
            <option key={way} value={way}>
              {t(`sameNames.${way}`)}
            </option>
          ))}
        </Select>
      </div>
      <Checkbox label={t('slugs')} name="slugs" value="yes" defaultChecked={profile.slugs} />
      {profile.subject === 'claims' ? (
        <fieldset>
          <legend className="mb-1">
            {t('always')} <span className="label">{t('alwaysHint')}</span>
          </legend>
          <div className="grid gap-x-5 gap-y-3 sm:grid-cols-3">
            {CONSTANTS.map((field) => (
              <Field
                key={field}
                label={t(`fields.${field}`)}
                name={`const.${field}`}
                defaultValue={profile.constants[field] ?? ''}
                maxLength={300}
              />
            ))}
          </div>
        </fieldset>
      ) : null}
    </>
  )
}
