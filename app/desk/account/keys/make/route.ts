import { makeKey } from '@/lib/commands/api-keys'
import { one } from '@/lib/domain/form'
import { getDatabase } from '@/lib/web/database'
import { accountRoute, saidOf } from '@/lib/web/flash'
import { keyInputOf } from '@/lib/web/key-forms'

export const POST = accountRoute('/desk/account', async ({ viewer }, values) => {
  const result = await makeKey(getDatabase(), viewer, keyInputOf(viewer.id, values))
  if (!result.ok) return saidOf(result, '', { keyName: one(values, 'name') })
  return { secret: { name: result.value.name, value: result.value.key } }
})
