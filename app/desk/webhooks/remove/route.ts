import { removeWebhook } from '@/lib/commands/webhooks/manage'
import { one } from '@/lib/domain/form'
import { getDatabase } from '@/lib/web/database'
import { accountRoute, saidOf } from '@/lib/web/flash'
import { versionIn } from '@/lib/web/forms'

export const POST = accountRoute('/desk/webhooks', async ({ viewer }, values) => {
  const input = { id: one(values, 'webhook'), version: versionIn(values) }
  return saidOf(await removeWebhook(getDatabase(), viewer, input), 'removed')
})
