import { useTranslations } from 'next-intl'
import { Checkbox } from '@/app/_kit/checkbox'
import { Field, Select } from '@/app/_kit/field'
import type { ImportField } from '@/lib/domain/import/columns'
import { DATE_ORDERS } from '@/lib/domain/import/dates'
import { CONSTANTS, fieldsOf, ID_PLACES } from '@/lib/domain/import/form'
import { type ImportProfile, SUBJECTS } from '@/lib/domain/import/profile'
import type { ImportView, Sample } from '@/lib/queries/imports'

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
      {sample.claimReview ? (
        <p className="text-muted">{t('claimReview')}</p>
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

/** The places of a field as the form offers them: of an id several. */
const placesOf = (profile: ImportProfile, field: ImportField): { name: string; place: string }[] => {
  const places = profile.columns[field] ?? []
  if (field !== 'id') return [{ name: `col.${field}`, place: places[0] ?? '' }]
  const n = Math.min(ID_PLACES, places.length + 1)
  return Array.from({ length: n }, (_, i) => ({ name: `col.id.${i}`, place: places[i] ?? '' }))
}

function Columns({ profile, sample }: { profile: ImportProfile; sample: Sample }) {
  const t = useTranslations('imports')
  const firsts = new Map(sample.places.map(({ place, first }) => [place, first]))
  const rows = fieldsOf(profile.subject).flatMap((field) =>
    placesOf(profile, field).map((place, i) => ({ ...place, field, i })),
  )
  return (
    <table className="w-full table-fixed">
      <caption className="sr-only">{t('meaning')}</caption>
      <thead>
        <tr className="label border-b border-rule text-start">
          <th scope="col" className="w-[28%] py-1 pe-3 font-normal">
            {t('field')}
          </th>
          <th scope="col" className="w-[32%] py-1 pe-3 font-normal">
            {t('column')}
          </th>
          <th scope="col" className="py-1 font-normal">
            {t('sample')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, place, field, i }) => (
          <tr key={name} className="border-b border-rule/60 align-baseline">
            <th scope="row" className="py-1 pe-3 text-start font-normal" id={`label-${name}`}>
              {i === 0 ? t(`fields.${field}`) : t('also')}
            </th>
            <td className="py-1 pe-3">
              <select name={name} defaultValue={place} aria-labelledby={`label-${name}`} className="field">
                <option value="">{t('leave')}</option>
                {firsts.has(place) || place === '' ? null : <option value={place}>{place}</option>}
                {sample.places.map((each) => (
                  <option key={each.place} value={each.place}>
                    {each.place}
                  </option>
                ))}
              </select>
            </td>
            <td className="truncate py-1 text-muted" dir="auto">
              {firsts.get(place)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
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
