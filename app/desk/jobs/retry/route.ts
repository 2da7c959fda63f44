import { retryJob } from '@/lib/commands/jobs/retry'
import { one } from '@/lib/domain/form'
import { formRoute } from '@/lib/web/forms'

/** The form stands on the page of the source whose change was not worked through. */
const page = '/sources'

export const POST = formRoute({
  kind: 'job.retry',
  page: () => page,
  run: ({ db, actor, values }) => retryJob(db, actor, { id: one(values, 'id') }),
  done: (_value, { values }) => `${page}/${encodeURIComponent(one(values, 'slug'))}`,
})
