import { renameUser } from '@/lib/commands/users'
import { one } from '@/lib/domain/form'
import { getDatabase } from '@/lib/web/database'
import { accountRoute, saidOf } from '@/lib/web/flash'

export const POST = accountRoute('/desk/account', async ({ viewer }, values) => {
  const name = one(values, 'name')
  const result = await renameUser(getDatabase(), viewer, { userId: viewer.id, name })
  return saidOf(result, 'name', { name })
})
