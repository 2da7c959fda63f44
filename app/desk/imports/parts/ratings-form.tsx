import { useTranslations } from 'next-intl'
import { Section } from '@/app/_kit/section'
import { ratingFor } from '@/lib/domain/import/ratings'
import type { RatingCount } from '@/lib/domain/import/report'
import type { ImportView } from '@/lib/queries/imports'

/** Each publisher's words for its verdicts, and what they are shown as. */
export function RatingsForm({ view, ratings }: { view: ImportView; ratings: RatingCount[] }) {
  const t = useTranslations('imports')
  if (ratings.length === 0) return null
  return (
    <Section title={t('ratings')} id="ratings">
      <p className="mb-2 text-muted">{t('ratingsNote')}</p>
      <form method="post" action={`/desk/imports/${view.id}/map`} className="max-w-[60rem] space-y-3">
        <table className="w-full table-fixed">
          <caption className="sr-only">{t('ratings')}</caption>
          <thead>
            <tr className="label border-b border-rule text-start">
              <th scope="col" className="py-1 pe-3 font-normal">
                {t('publisher')}
              </th>
              <th scope="col" className="py-1 pe-3 font-normal">
                {t('word')}
              </th>
              <th scope="col" className="w-[5rem] py-1 pe-3 text-end font-normal">
                {t('times')}
              </th>
              <th scope="col" className="py-1 font-normal">
                {t('shown')}
              </th>
            </tr>
          </thead>
          <tbody>
            {ratings.map(({ publisher, from, n }, i) => (
              <tr key={`${publisher}\n${from}`} className="border-b border-rule/60 align-baseline">
                <td className="truncate py-1 pe-3">{publisher}</td>
                <td className="break-words py-1 pe-3" dir="auto" id={`rating-${i}`}>
                  {from}
                </td>
                <td className="numbers py-1 pe-3 text-end">{n}</td>
                <td className="py-1">
                  <input type="hidden" name={`rating.${i}.publisher`} value={publisher} />
                  <input type="hidden" name={`rating.${i}.from`} value={from} />
                  <input
                    name={`rating.${i}.to`}
                    defaultValue={ratingFor(view.profile.ratings, publisher, from)}
                    aria-labelledby={`rating-${i}`}
                    maxLength={200}
                    dir="auto"
                    className="field"
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <button type="submit" name="do" value="check" className="button button-quiet">
          {t('ratingsDo')}
        </button>
      </form>
    </Section>
  )
}
