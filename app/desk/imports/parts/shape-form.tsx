import { useTranslations } from 'next-intl'
import { Checkbox } from '@/app/_kit/checkbox'
import { Field, Select } from '@/app/_kit/field'
import { DELIMITER_NAMES } from '@/lib/domain/import/form'
import { ENCODINGS, type FileShape, FORMATS } from '@/lib/domain/import/shape'

/** How the file is read: what was detected, and what may be said instead. */
export function ShapeForm({ id, shape }: { id: string; shape: FileShape }) {
  const t = useTranslations('imports')
  const names = Object.entries(DELIMITER_NAMES) as [keyof typeof DELIMITER_NAMES, string][]
  const csv = shape.format === 'csv'
  return (
    <form method="post" action={`/desk/imports/${id}/map`} className="max-w-[60rem] space-y-3">
      <div className="grid gap-x-5 gap-y-3 sm:grid-cols-3">
        <Select label={t('format')} name="format" defaultValue={shape.format}>
          {FORMATS.map((format) => (
            <option key={format} value={format}>
              {t(`formats.${format}`)}
            </option>
          ))}
        </Select>
        <Select label={t('encoding')} name="encoding" defaultValue={shape.encoding}>
          {ENCODINGS.map((encoding) => (
            <option key={encoding} value={encoding}>
              {encoding}
            </option>
          ))}
        </Select>
        {csv ? (
          <Select
            label={t('delimiter')}
            name="delimiter"
            defaultValue={names.find(([, mark]) => mark === shape.delimiter)?.[0]}
          >
            {names.map(([name]) => (
              <option key={name} value={name}>
                {t(`delimiters.${name}`)}
              </option>
            ))}
          </Select>
        ) : (
          <Field label={t('at')} hint={t('atHint')} name="at" defaultValue={shape.at} maxLength={300} />
        )}
      </div>
      {csv ? (
        <div className="flex flex-wrap items-end gap-x-8 gap-y-3">
          <div className="w-56">
            <Field
              label={t('skip')}
              name="skip"
              type="number"
              min={0}
              max={100}
              defaultValue={String(shape.skip)}
            />
          </div>
          <Checkbox label={t('header')} name="header" value="yes" defaultChecked={shape.header} />
          <Checkbox label={t('quotes')} name="quotes" value="yes" defaultChecked={shape.quotes} />
        </div>
      ) : (
        <>
          <input type="hidden" name="header" value={shape.header ? 'yes' : ''} />
          <input type="hidden" name="quotes" value={shape.quotes ? 'yes' : ''} />
        </>
      )}
      <button type="submit" name="do" value="read" className="button button-quiet">
        {t('readAgain')}
      </button>
    </form>
  )
}
