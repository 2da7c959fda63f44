import { useTranslations } from 'next-intl'
import type { ImportField } from '@/lib/domain/import/fields'
import { fieldsOf, ID_PLACES } from '@/lib/domain/import/form'
import type { ImportProfile } from '@/lib/domain/import/profile'
import type { Sample } from '@/lib/queries/imports'

interface Row {
  field: ImportField
  /** Of the control. */
  name: string
  place: string
  /** Whether it is a further place of the field. */
  also: boolean
}

/** The places of a field as the form offers them: of an id several. */
const rowsOf = (profile: ImportProfile, field: ImportField): Row[] => {
  const places = profile.columns[field] ?? []
  if (field !== 'id') return [{ field, name: `col.${field}`, place: places[0] ?? '', also: false }]
  const n = Math.min(ID_PLACES, places.length + 1)
  return Array.from({ length: n }, (_, i) => ({
    field,
    name: `col.id.${i}`,
    place: places[i] ?? '',
    also: i > 0,
  }))
}

/** Fields without which there is no claim, shown whether or not a column says them. */
const ALWAYS: readonly ImportField[] = ['id', 'statement', 'name']

/** A column for each of our fields, with what stands in it; those that no column says are folded away. */
export function Columns({ profile, sample }: { profile: ImportProfile; sample: Sample }) {
  const t = useTranslations('imports')
  const rows = fieldsOf(profile.subject).flatMap((field) => rowsOf(profile, field))
  const isShown = ({ field, place, also }: Row) => place !== '' || (!also && ALWAYS.includes(field))
  const others = rows.filter((row) => !isShown(row))
  return (
    <div className="space-y-3">
      <ColumnTable rows={rows.filter(isShown)} sample={sample} />
      {others.length > 0 ? (
        <details>
          <summary>{t('others', { n: others.length })}</summary>
          <ColumnTable rows={others} sample={sample} />
        </details>
      ) : null}
    </div>
  )
}

function ColumnTable({ rows, sample }: { rows: readonly Row[]; sample: Sample }) {
  const t = useTranslations('imports')
  const firsts = new Map(sample.places.map(({ place, first }) => [place, first]))
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
        {rows.map(({ name, place, field, also }) => (
          <tr key={name} className="border-b border-rule/60 align-baseline">
            <th scope="row" className="py-1 pe-3 text-start font-normal" id={`label-${name}`}>
              {also ? t('also') : t(`fields.${field}`)}
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
