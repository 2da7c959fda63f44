import { useTranslations } from 'next-intl'
import { Moment } from '@/app/_ledger/when'
import type { DeliveryRow } from '@/lib/queries/webhooks/deliveries'
import type { WebhookRow } from '@/lib/queries/webhooks/hooks'

/** What was sent, or waits to be: each with what came of it. */
export function Deliveries({ rows, webhook }: { rows: readonly DeliveryRow[]; webhook: WebhookRow }) {
  const t = useTranslations('webhooks')
  if (rows.length === 0) return <p className="text-muted">{t('logNone')}</p>
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {rows.map((row) => (
        <li key={row.id} className="grid gap-x-6 py-2 sm:grid-cols-[14rem_1fr_auto]">
          <div>
            <p>
              <code>{row.kind}</code>
            </p>
            <p className="text-small text-muted">
              <Moment at={row.createdAt} />
            </p>
          </div>
          <div className="min-w-0">
            <p>
              {t(`delivery_${row.state}`)}
              {row.lastStatus === null ? null : ` · ${t('answered', { status: row.lastStatus })}`}
              {row.attempts > 0 ? ` · ${t('attempts', { n: row.attempts })}` : null}
            </p>
            {row.lastError ? <p className="text-muted">{row.lastError}</p> : null}
            {row.nextAt && row.attempts > 0 ? (
              <p className="text-small text-muted">
                {t('next')} <Moment at={row.nextAt} />
              </p>
            ) : null}
            {row.answer ? (
              <details>
                <summary className="py-1 text-small">{t('answer')}</summary>
                <pre className="mt-1 max-h-48 overflow-auto whitespace-pre-wrap break-all bg-wash p-2 text-small">
                  {row.answer}
                </pre>
              </details>
            ) : null}
          </div>
          {row.state === 'waiting' || webhook.state !== 'active' ? null : (
            <form method="post" action="/desk/webhooks/again">
              <input type="hidden" name="webhook" value={webhook.id} />
              <input type="hidden" name="delivery" value={row.id} />
              <button
                type="submit"
                className="button button-quiet"
                aria-label={t('againLabel', { kind: row.kind })}
              >
                {t('sendAgain')}
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  )
}
