import { Minute } from '@/app/_ledger/when'
import type { RecentError } from '@/lib/web/log/errors'

/** What was thrown lately: what was being done, and the id by which the log has the rest. */
export function Errors({ errors }: { errors: readonly RecentError[] }) {
  return (
    <ul className="divide-y divide-rule/70">
      {errors.map(({ at, what, route, id, type, message }) => (
        <li key={`${at} ${id} ${message}`} className="py-2" dir="ltr">
          <p className="text-small text-muted">
            <Minute at={at} /> · {[what, route, id].filter(Boolean).join(' · ')}
          </p>
          <p className="max-w-[100ch] wrap-anywhere">
            {type}: {message}
          </p>
        </li>
      ))}
    </ul>
  )
}
