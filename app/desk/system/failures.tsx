import { getTranslations } from 'next-intl/server'
import { Minute } from '@/app/_ledger/when'
import type { FailedJob } from '@/lib/queries/system/overview'

/** Work in the background that failed, with what went wrong and the button that has it tried again. */
export async function Failures({ jobs }: { jobs: readonly FailedJob[] }) {
  const t = await getTranslations('system')
  return (
    <ul className="divide-y divide-rule/70">
      {jobs.map(({ id, kind, done, total, error, at }) => (
        <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-2">
          <div>
            <p className="text-small text-muted">
              <Minute at={at} /> · {t('jobText', { kind, done, total })}
            </p>
            <p className="max-w-[80ch] wrap-anywhere" dir="ltr">
              {error}
            </p>
          </div>
          <form method="post" action="/desk/jobs/retry">
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="from" value="system" />
            <button type="submit" className="button button-quiet">
              {t('retry')}
            </button>
          </form>
        </li>
      ))}
    </ul>
  )
}
