import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { type DateWords, formatEdtf, machineDate } from '@/lib/domain/edtf'
import { Dated, type DatedWords } from './dated'

/** The words of dates, from the messages of the namespace `dates`. */
export const dateWords = (t: ReturnType<typeof useTranslations<'dates'>>): DateWords => ({
  undated: t('undated'),
  about: (date) => t('about', { date }),
  perhaps: (date) => t('perhaps', { date }),
  between: (from, to) => t('between', { from, to }),
  since: (date) => t('since', { date }),
  until: (date) => t('until', { date }),
  decade: (year) => t('decade', { year }),
  season: (season, year) => t(season, { year }),
})

/** The words of a date, and the machine's form where it has one. */
export const datedIn =
  (t: ReturnType<typeof useTranslations<'dates'>>, locale: string) =>
  (edtf: string | null): DatedWords => ({
    text: formatEdtf(edtf, locale, dateWords(t)),
    machine: machineDate(edtf) || null,
    isDated: edtf !== null && edtf !== '',
  })

/** A date with its precision, as people write it; the machine's form is in the element. */
export function When({ edtf }: { edtf: string | null }) {
  return <Dated {...datedIn(useTranslations('dates'), useLocale())(edtf)} />
}

/** A moment at which something was recorded, by its day. */
export function Moment({ at }: { at: string }) {
  return <time dateTime={at}>{useFormatter().dateTime(new Date(at), { dateStyle: 'long' })}</time>
}

/** A moment to the minute, for what is looked for in a log. */
export function Minute({ at }: { at: string }) {
  const shown = useFormatter().dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })
  return <time dateTime={at}>{shown}</time>
}
