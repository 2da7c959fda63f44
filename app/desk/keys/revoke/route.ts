import { revokeKey } from '@/lib/commands/api-keys'
import { one } from '@/lib/domain/form'
import { getDatabase } from '@/lib/web/database'
import { accountRoute, saidOf } from '@/lib/web/flash'

export const POST = accountRoute('/desk/keys', async ({ viewer }, values) =>
  saidOf(await revokeKey(getDatabase(), viewer, { id: one(values, 'key') }), 'key'),
)
