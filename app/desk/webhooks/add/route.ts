import { makeWebhook } from '@/lib/commands/webhooks/manage'
import { one } from '@/lib/domain/form'
import { getDatabase } from '@/lib/web/database'
import { accountRoute, saidOf } from '@/lib/web/flash'

export const POST = accountRoute('/desk/webhooks', async ({ viewer }, values) => {
  const url = one(values, 'url')
  const description = one(values, 'description')
  const input = { url, description, subjects: (values.subjects ?? []) as never[] }
  const result = await makeWebhook(getDatabase(), viewer, input)
  if (!result.ok) return saidOf(result, '', { url, description })
  return { secret: { name: url, value: result.value.secret } }
})
