import { redeliver } from '@/lib/commands/webhooks/manage'
import { one } from '@/lib/domain/form'
import { getDatabase } from '@/lib/web/database'
import { accountRoute, saidOf } from '@/lib/web/flash'
import { webhookPage } from '@/lib/web/key-forms'

export const POST = accountRoute(webhookPage, async ({ viewer }, values) => {
  const input = { id: one(values, 'delivery'), webhook: one(values, 'webhook') }
  return saidOf(await redeliver(getDatabase(), viewer, input), 'again')
})
