import { renewCodes } from '@/lib/commands/second-step'
import { one } from '@/lib/domain/form'
import { getDatabase } from '@/lib/web/database'
import { saidOf } from '@/lib/web/flash'
import { passwordRoute } from '@/lib/web/flash-password'

export const POST = passwordRoute(async ({ viewer }, values) => {
  const input = { userId: viewer.id, current: one(values, 'stepPassword') }
  const result = await renewCodes(getDatabase(), viewer, input)
  return result.ok ? { codes: result.value.codes } : saidOf(result, '')
})
