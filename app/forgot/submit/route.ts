import { after, type NextRequest, NextResponse } from 'next/server'
import { makeLink } from '@/lib/commands/one-time-links'
import { one } from '@/lib/domain/form'
import { email as emailInput } from '@/lib/domain/input/account'
import { findUserByEmail } from '@/lib/queries/users'
import { getDatabase } from '@/lib/web/database'
import { postedForm, seeOther } from '@/lib/web/forms'
import { canMail, mailLink } from '@/lib/web/mail'
import { accountMayTry, addressMayTry } from '@/lib/web/sign-in'

const FORM = { kind: 'system', name: 'the form for forgotten passwords' } as const

const send = async (email: string) => {
  const db = getDatabase()
  const user = await findUserByEmail(db, email)
  if (!user || user.disabled) return
  const link = await makeLink(db, FORM, { purpose: 'reset', userId: user.id })
  if (link.ok) await mailLink(user.email, link.value)
}

/** Answers the same, and as fast, whether or not there is such an account: the mail is written afterwards. */
export async function POST(request: NextRequest): Promise<NextResponse> {
  const values = await postedForm(request)
  if (values instanceof NextResponse) return values
  const email = emailInput.safeParse(one(values, 'email'))
  if (canMail() && email.success)
    if ((await addressMayTry(request.headers, 'forgot')) && (await accountMayTry(email.data, 'forgot')))
      after(() => send(email.data))
  return seeOther('/forgot?sent=1')
}
