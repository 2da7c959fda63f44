import { useTranslations } from 'next-intl'
import { Notice } from '@/app/_kit/notice'
import type { Dropped } from '@/lib/domain/query'

/** What of the address was not used, and why: never silently. */
export function DroppedNotice({
  dropped,
  unknown = [],
}: {
  dropped: readonly Dropped[]
  unknown?: readonly { key: string; value: string }[]
}) {
  const t = useTranslations('query')
  if (dropped.length === 0 && unknown.length === 0) return null
  return (
    <div className="mt-4">
      <Notice title={t('droppedTitle')}>
        <ul className="[overflow-wrap:anywhere]">
          {dropped.map(({ key, value, why }) => (
            <li key={`${key} ${value}`}>{t(`dropped.${why}`, { key, value })}</li>
          ))}
          {unknown.map(({ key, value }) => (
            <li key={`${key} ${value}`}>{t('nobody', { key, value })}</li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}
