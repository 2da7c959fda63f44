import { makeLink } from '@/lib/commands/one-time-links'
import { one } from '@/lib/domain/form'
import { getDatabase } from '@/lib/web/database'
import { accountRoute, saidOf } from '@/lib/web/flash'
import { mailLink } from '@/lib/web/mail'

export const POST = accountRoute('/desk/people', async ({ viewer }, values) => {
  const email = one(values, 'email')
  const role = one(values, 'role')
  const result = await makeLink(getDatabase(), viewer, { purpose: 'invite', email, role: role as never })
  if (!result.ok) return saidOf(result, '', { email, role })
  const { token, email: to } = result.value
  const mailed = to !== null && (await mailLink(to, { purpose: 'invite', token }))
  return { link: { purpose: 'invite', token, email: to, mailed } }
})
