import { setRole } from '@/lib/commands/users'
import { one } from '@/lib/domain/form'
import { getDatabase } from '@/lib/web/database'
import { accountRoute, saidOf } from '@/lib/web/flash'
import { versionIn } from '@/lib/web/forms'

export const POST = accountRoute('/desk/people', async ({ viewer }, values) => {
  const result = await setRole(getDatabase(), viewer, {
    userId: one(values, 'user'),
    version: versionIn(values),
    role: one(values, 'role') as never,
  })
  return saidOf(result, 'role')
})
