import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { type DateWords, formatEdtf, machineDate } from '@/lib/domain/edtf'

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

/** A date with its precision, as people write it; the machine's form is in the element. */
export function When({ edtf }: { edtf: string | null }) {
  const words = dateWords(useTranslations('dates'))
  const text = formatEdtf(edtf, useLocale(), words)
  const machine = machineDate(edtf)
  if (!edtf) return <span className="text-muted">{text}</span>
  return machine ? <time dateTime={machine}>{text}</time> : <span>{text}</span>
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
