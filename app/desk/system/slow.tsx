import { getTranslations } from 'next-intl/server'
import { Minute } from '@/app/_ledger/when'
import type { SystemView } from '@/lib/queries/system/overview'

/** So much of a statement says which it is; the rest is shown on demand. */
const BEGINNING = 160

/** What a statement reads from and asks for tells it from others, not the columns that it begins with. */
const inShort = (sql: string): string =>
  sql.replace(/^SELECT .+? FROM /, 'SELECT … FROM ').slice(0, BEGINNING)

/** The statements that took longest, with marks in place of values. */
export async function Slow({ statements }: { statements: SystemView['slow'] }) {
  const t = await getTranslations('system')
  return (
    <ul className="divide-y divide-rule/70">
      {statements.map(({ sql, times, longestMs, at }) => {
        const short = inShort(sql)
        return (
          <li key={sql} className="py-2">
            <p className="text-small text-muted">
              {t('slowText', { ms: Math.round(longestMs), times })} · <Minute at={at.toISOString()} />
            </p>
            <div dir="ltr" className="max-w-[100ch] wrap-anywhere text-small">
              {short === sql ? (
                <code>{sql}</code>
              ) : (
                <details>
                  <summary>
                    <code>{short}…</code>
                  </summary>
                  <code className="mt-1 block">{sql}</code>
                </details>
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
