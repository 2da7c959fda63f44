import { retryJob } from '@/lib/commands/jobs/retry'
import { type FormValues, one } from '@/lib/domain/form'
import { formRoute } from '@/lib/web/forms'

/** The form stands on the page of the source whose change was not worked through, and on that of the system. */
const back = (values: FormValues): string =>
  one(values, 'from') === 'system' ? '/desk/system' : `/sources/${encodeURIComponent(one(values, 'slug'))}`

export const POST = formRoute({
  kind: 'job.retry',
  page: () => '/sources',
  run: ({ db, actor, values }) => retryJob(db, actor, { id: one(values, 'id') }),
  done: (_value, { values }) => back(values),
})
