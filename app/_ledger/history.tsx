import { useTranslations } from 'next-intl'
import type { HistoryEntry } from '@/lib/queries/views'
import { Moment } from './when'

type Translate = ReturnType<typeof useTranslations<never>>

const statusLabel = (t: Translate, status: string) => t(`status.${status as 'unsourced'}`)

function StatusMove({ status }: { status: NonNullable<HistoryEntry['status']> }) {
  const t = useTranslations()
  const after = statusLabel(t, status.after)
  return (
    <div>
      {status.before
        ? t('history.statusMoved', { before: statusLabel(t, status.before), after })
        : t('history.statusFirst', { after })}
      {status.cause ? (
        <span className="text-muted"> {t('history.because', { cause: status.cause })}</span>
      ) : null}
    </div>
  )
}

/** What happened, newest first, as sentences. */
export function HistoryList({ entries }: { entries: readonly HistoryEntry[] }) {
  const t = useTranslations()
  return (
    <ol className="space-y-2">
      {entries.map((entry) => (
        <li
          key={`${entry.at} ${entry.kind} ${entry.version ?? entry.status?.after}`}
          className="grid gap-x-4 sm:grid-cols-[10rem_1fr]"
        >
          <span className="label numbers pt-px">
            <Moment at={entry.at} />
          </span>
          <div>
            {t(`history.${entry.kind as 'claim.recorded'}`, { actor: entry.actor })}
            {entry.version !== null ? (
              <span className="text-muted"> ({t('history.version', { version: entry.version })})</span>
            ) : null}
            {entry.changes.map(({ field, before, after }) => (
              <div key={field} className="text-small text-muted">
                {t('history.change', {
                  field,
                  before: before ?? t('history.nothing'),
                  after: after ?? t('history.nothing'),
                })}
              </div>
            ))}
            {entry.status ? <StatusMove status={entry.status} /> : null}
            {entry.reason ? (
              <div className="text-muted">{t('history.reason', { reason: entry.reason })}</div>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  )
}
