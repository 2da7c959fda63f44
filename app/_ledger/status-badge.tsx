import { useTranslations } from 'next-intl'
import { FAMILIES, type Status } from '@/lib/domain/sourcing/types'
import { FAMILY_TONE } from './family-tone'
import { StatusMark } from './status-mark'

/** A status as mark and plain label, with `denied` beside it whenever it holds (rules.md §2.6). */
export function StatusBadge({
  status,
  flags = [],
  large = false,
}: {
  status: string
  flags?: readonly string[]
  large?: boolean
}) {
  const t = useTranslations()
  const known = status as Status
  return (
    <span className={`inline-flex flex-wrap items-baseline gap-x-2 ${large ? 'text-lg' : ''}`}>
      {/* The baseline is the label's, so that what stands beside it lines up; the mark is centred on its first line. */}
      <span className={`inline-flex items-baseline gap-1.5 font-medium ${FAMILY_TONE[FAMILIES[known]]}`}>
        <span className="inline-flex h-[1lh] items-center self-start">
          <StatusMark status={known} size={large ? 19 : 15} />
        </span>
        <span>{t(`status.${known}`)}</span>
      </span>
      {flags.includes('denied') ? (
        <span className="text-small italic text-muted">
          <span aria-hidden="true">· </span>
          {t('flag.denied')}
        </span>
      ) : null}
    </span>
  )
}
