import { confirmSecondStep } from '@/lib/commands/second-step'
import { one } from '@/lib/domain/form'
import { getDatabase } from '@/lib/web/database'
import { saidOf } from '@/lib/web/flash'
import { installationSecret, passwordRoute } from '@/lib/web/flash-password'

export const POST = passwordRoute(async ({ viewer, sessionId }, values) => {
  const code = one(values, 'code').slice(0, 100)
  const input = { userId: viewer.id, code, key: installationSecret(), sessionId }
  const result = await confirmSecondStep(getDatabase(), viewer, input)
  return result.ok ? { said: 'stepOn', codes: result.value.codes } : saidOf(result, '')
})
