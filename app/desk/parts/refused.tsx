import { useTranslations } from 'next-intl'
import { FormErrors } from '@/app/_kit/form-errors'
import { Sideways } from '@/app/_kit/sideways'
import type { FormValues } from '@/lib/domain/form'
import { one } from '@/lib/domain/form'
import { problemsIn, type Shown } from './shown'

/** Fields that nobody reads: ids behind names, and the version. */
const HIDDEN = /(^version|^reason|^once|\.(id|name|pick|of))$/

const without = (name: string) => name.replace(/\.text$/, '')

/**
 * Why a form was not taken. After a conflict, what stands now beside what was typed, field by field: saving again
 * replaces it.
 * @param stored what stands now, as the same form shows it
 */
export function Refused({ shown, stored = {} }: { shown: Shown; stored?: FormValues }) {
  const t = useTranslations('editSpeaker')
  const { refusal, values } = shown
  if (!refusal) return null
  const problems = problemsIn(shown)
  const names = [...new Set([...Object.keys(stored), ...Object.keys(values)])]
  const differing = names.filter((name) => !HIDDEN.test(name) && one(stored, name) !== one(values, name))
  return (
    <>
      <FormErrors
        title={t('refused')}
        summary={problems.length > 0 ? t('refused') : refusal.sentence}
        problems={problems.map(({ field, sentence }) => ({ field, sentence }))}
      />
      {refusal.code === 'conflict' && differing.length > 0 ? (
        <Sideways className="mb-6 max-w-[60rem]" label={t('conflict')}>
          <p className="mb-2">{t('conflict')}</p>
          <table className="w-full">
            <caption className="sr-only">{t('conflict')}</caption>
            <thead>
              <tr className="label text-start">
                <th scope="col" className="pe-4 font-normal">
                  {t('field')}
                </th>
                <th scope="col" className="pe-4 font-normal">
                  {t('theirs')}
                </th>
                <th scope="col" className="font-normal">
                  {t('yours')}
                </th>
              </tr>
            </thead>
            <tbody>
              {differing.map((name) => (
                <tr key={name} className="border-t border-rule align-top">
                  <th scope="row" className="py-1 pe-4 text-start font-normal">
                    {without(name)}
                  </th>
                  <td className="whitespace-pre-line py-1 pe-4">{one(stored, name) || t('empty')}</td>
                  <td className="whitespace-pre-line py-1">{one(values, name) || t('empty')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Sideways>
      ) : null}
    </>
  )
}
