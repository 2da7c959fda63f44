import { removeSecondStep } from '@/lib/commands/second-step'
import { one } from '@/lib/domain/form'
import { getDatabase } from '@/lib/web/database'
import { accountRoute, saidOf } from '@/lib/web/flash'

export const POST = accountRoute('/desk/people', async ({ viewer }, values) =>
  saidOf(await removeSecondStep(getDatabase(), viewer, { userId: one(values, 'user') }), 'stepOff'),
)
