import { revokeLink } from '@/lib/commands/one-time-links'
import { one } from '@/lib/domain/form'
import { getDatabase } from '@/lib/web/database'
import { accountRoute, saidOf } from '@/lib/web/flash'

export const POST = accountRoute('/desk/people', async ({ viewer }, values) =>
  saidOf(await revokeLink(getDatabase(), viewer, { id: one(values, 'link') }), 'revoked'),
)
