import { endSessions } from '@/lib/commands/users'
import { one } from '@/lib/domain/form'
import { getDatabase } from '@/lib/web/database'
import { accountRoute, saidOf } from '@/lib/web/flash'

export const POST = accountRoute('/desk/account', async ({ viewer, sessionId }, values) => {
  const only = one(values, 'session')
  const which = only ? { only } : { except: sessionId }
  const result = await endSessions(getDatabase(), viewer, { userId: viewer.id, ...which })
  return saidOf(result, only ? 'session' : 'sessions')
})
