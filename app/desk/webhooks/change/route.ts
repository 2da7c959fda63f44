import { changeWebhook } from '@/lib/commands/webhooks/manage'
import { one } from '@/lib/domain/form'
import { getDatabase } from '@/lib/web/database'
import { accountRoute, saidOf } from '@/lib/web/flash'
import { versionIn } from '@/lib/web/forms'
import { webhookPage } from '@/lib/web/key-forms'

export const POST = accountRoute(webhookPage, async ({ viewer }, values) => {
  const typed = { url: one(values, 'url'), description: one(values, 'description') }
  const result = await changeWebhook(getDatabase(), viewer, {
    ...typed,
    id: one(values, 'webhook'),
    version: versionIn(values),
    subjects: (values.subjects ?? []) as never[],
    state: one(values, 'active') ? 'active' : 'paused',
  })
  return saidOf(result, 'changed', typed)
})
