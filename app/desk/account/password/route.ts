import { changePassword } from '@/lib/commands/users'
import { one } from '@/lib/domain/form'
import { getDatabase } from '@/lib/web/database'
import { accountRoute, saidOf } from '@/lib/web/flash'
import { accountMayTry } from '@/lib/web/sign-in'

export const POST = accountRoute('/desk/account', async ({ viewer, email, sessionId }, values) => {
  // Whoever sits down at an open session is not to guess the password here either.
  if (!(await accountMayTry(email, 'password')))
    return { refusal: { sentence: 'There were too many tries. Wait fifteen minutes, then try again.' } }
  const result = await changePassword(getDatabase(), viewer, {
    userId: viewer.id,
    current: one(values, 'current'),
    password: one(values, 'password'),
    sessionId,
  })
  return saidOf(result, 'password')
})
