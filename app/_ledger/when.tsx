import { useTranslations } from 'next-intl'
import { type DateWords, formatEdtf, machineDate } from '@/lib/domain/edtf'

/** The words of dates, in the language of the request. */
export const useDateWords = (): DateWords => {
  const t = useTranslations('dates')
  return {
    undated: t('undated'),
    about: (date) => t('about', { date }),
    perhaps: (date) => t('perhaps', { date }),
    between: (from, to) => t('between', { from, to }),
    since: (date) => t('since', { date }),
    until: (date) => t('until', { date }),
    decade: (year) => t('decade', { year }),
    season: (season, year) => t(season, { year }),
  }
}

/** A date with its precision, as people write it; the machine's form is in the element. */
export function When({ edtf }: { edtf: string | null }) {
  const words = useDateWords()
  const text = formatEdtf(edtf, 'en-GB', words)
  const machine = machineDate(edtf)
  if (!edtf) return <span className="text-muted">{text}</span>
  return machine ? <time dateTime={machine}>{text}</time> : <span>{text}</span>
}

const MOMENT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** A moment at which something was recorded, by its day. */
export function Moment({ at }: { at: string }) {
  return <time dateTime={at}>{MOMENT.format(new Date(at))}</time>
}
