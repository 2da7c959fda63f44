import { disableUser, enableUser } from '@/lib/commands/users'
import { one } from '@/lib/domain/form'
import { getDatabase } from '@/lib/web/database'
import { accountRoute, saidOf } from '@/lib/web/flash'
import { versionIn } from '@/lib/web/forms'

export const POST = accountRoute('/desk/people', async ({ viewer }, values) => {
  const input = { userId: one(values, 'user'), version: versionIn(values) }
  return one(values, 'to') === 'enabled'
    ? saidOf(await enableUser(getDatabase(), viewer, input), 'enabled')
    : saidOf(await disableUser(getDatabase(), viewer, input), 'disabled')
})
