import { type NextRequest, NextResponse } from 'next/server'
import { acceptLink } from '@/lib/commands/one-time-links'
import { one } from '@/lib/domain/form'
import { LINK_PURPOSES } from '@/lib/domain/input/account'
import { getDatabase } from '@/lib/web/database'
import { saidOf, sayOn } from '@/lib/web/flash'
import { postedForm, seeOther } from '@/lib/web/forms'
import { HOME } from '@/lib/web/next-path'
import { signIn } from '@/lib/web/sign-in'

/** Accepts a link: whoever made an account with it is signed in at once; a new password is tried at the sign-in. */
export async function POST(request: NextRequest): Promise<NextResponse> {
  const values = await postedForm(request)
  if (values instanceof NextResponse) return values
  const [token, name, email, password] = ['token', 'name', 'email', 'password'].map((field) =>
    one(values, field),
  ) as [string, string, string, string]
  const purpose = LINK_PURPOSES.find((known) => known === one(values, 'purpose'))
  if (!purpose) return seeOther('/sign-in')
  const result = await acceptLink(getDatabase(), { purpose, token, name, email, password })
  if (!result.ok)
    return sayOn(`/${purpose}/${encodeURIComponent(token)}`, saidOf(result, '', { name, email }))
  const to = result.value.email
  const signed = purpose === 'reset' ? null : await signIn(request.headers, to, password)
  if (!signed?.ok)
    return seeOther(
      `/sign-in?${new URLSearchParams({ done: purpose === 'reset' ? 'reset' : 'joined', email: to })}`,
    )
  const response = seeOther(HOME)
  for (const cookie of signed.cookies) response.headers.append('Set-Cookie', cookie)
  return response
}
