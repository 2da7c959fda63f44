import { makeLink } from '@/lib/commands/one-time-links'
import { one } from '@/lib/domain/form'
import { getDatabase } from '@/lib/web/database'
import { accountRoute, saidOf } from '@/lib/web/flash'
import { mailLink } from '@/lib/web/mail'

export const POST = accountRoute('/desk/people', async ({ viewer }, values) => {
  const result = await makeLink(getDatabase(), viewer, { purpose: 'reset', userId: one(values, 'user') })
  if (!result.ok) return saidOf(result, '')
  const { token, email: to } = result.value
  const mailed = to !== null && (await mailLink(to, { purpose: 'reset', token }))
  return { link: { purpose: 'reset', token, email: to, mailed } }
})
