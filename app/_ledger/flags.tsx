import { useTranslations } from 'next-intl'
import type { Flag } from '@/lib/domain/sourcing/types'

/** The marks beside a status, each with its meaning. */
export function FlagList({ flags }: { flags: readonly string[] }) {
  const t = useTranslations()
  if (flags.length === 0) return null
  return (
    <ul className="mt-2 space-y-0.5">
      {flags.map((flag) => (
        <li key={flag}>
          <span className="font-medium">{t(`flag.${flag as Flag}`)}</span>
          <span className="text-muted"> — {t(`flagMeaning.${flag as Flag}`)}</span>
        </li>
      ))}
    </ul>
  )
}
