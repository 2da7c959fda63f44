import { useTranslations } from 'next-intl'
import type { Status } from '@/lib/domain/sourcing/types'
import { Badge, type BadgeWords } from './badge'

/** The words of a status, with `denied` beside it whenever it holds (rules.md §2.6). */
export const badgeWordsIn =
  (t: ReturnType<typeof useTranslations<never>>) =>
  (status: string, flags: readonly string[]): BadgeWords => ({
    status,
    label: t(`status.${status as Status}`),
    denied: flags.includes('denied') ? t('flag.denied') : null,
  })

/** A status as mark and plain label, in the language of the page. */
export function StatusBadge({
  status,
  flags = [],
  large = false,
}: {
  status: string
  flags?: readonly string[]
  large?: boolean
}) {
  return <Badge {...badgeWordsIn(useTranslations())(status, flags)} large={large} />
}
