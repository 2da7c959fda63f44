import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { isolated } from '@/lib/domain/direction'
import type { HistoryEntry } from '@/lib/queries/views'
import { Moment } from './when'
import { WordDiff } from './word-diff'

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

/** A field before and after: word by word where it held something both times. */
function Change({ change: { field, before, after } }: { change: HistoryEntry['changes'][number] }) {
  const t = useTranslations('history')
  const key = `fields.${field}` as 'fields.statement'
  const name = t.has(key) ? t(key) : field
  const sentence = t('change', { field: name, before: before ?? t('nothing'), after: after ?? t('nothing') })
  const look = 'max-w-[80ch] whitespace-pre-line text-small text-muted'
  if (before === null || after === null) return <div className={look}>{sentence}</div>
  return (
    <div className={look}>
      <span aria-hidden="true">{t('field', { field: name })} </span>
      <WordDiff before={before} after={after} sentence={sentence} />
    </div>
  )
}

/**
 * What happened, newest first, as sentences.
 * @param below what stands below an entry: what can be done about it
 */
export function HistoryList({
  entries,
  below,
}: {
  entries: readonly HistoryEntry[]
  below?: (entry: HistoryEntry) => ReactNode
}) {
  const t = useTranslations()
  const locale = useLocale()
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
            {t(`history.${entry.kind as 'claim.recorded'}`, { actor: isolated(entry.actor, locale) })}
            {entry.version !== null ? (
              <span className="text-muted"> ({t('history.version', { version: entry.version })})</span>
            ) : null}
            {entry.changes.map((change) => (
              <Change key={change.field} change={change} />
            ))}
            {entry.status ? <StatusMove status={entry.status} /> : null}
            {entry.reason ? (
              <div className="text-muted">{t('history.reason', { reason: entry.reason })}</div>
            ) : null}
            {below?.(entry)}
          </div>
        </li>
      ))}
    </ol>
  )
}
