import { beginSecondStep } from '@/lib/commands/second-step'
import { one } from '@/lib/domain/form'
import { getDatabase } from '@/lib/web/database'
import { saidOf } from '@/lib/web/flash'
import { installationSecret, passwordRoute } from '@/lib/web/flash-password'

export const POST = passwordRoute(async ({ viewer }, values) => {
  const input = { userId: viewer.id, current: one(values, 'stepPassword'), key: installationSecret() }
  return saidOf(await beginSecondStep(getDatabase(), viewer, input), 'stepBegun')
})
