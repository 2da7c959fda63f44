import { type NextRequest, NextResponse } from 'next/server'
import { adoptDraft } from '@/lib/commands/drafts'
import { one } from '@/lib/domain/form'
import { getDatabase } from '@/lib/web/database'
import { postedForm, seeOther } from '@/lib/web/forms'
import { draftIn, safeNext } from '@/lib/web/next-path'
import { signIn } from '@/lib/web/sign-in'

/** What went wrong is said on the page again; the password is never kept or sent back. */
const again = (error: string, next: string, email: string) =>
  seeOther(`/sign-in?${new URLSearchParams({ error, next, email: email.slice(0, 254) })}`)

export async function POST(request: NextRequest): Promise<NextResponse> {
  const values = await postedForm(request)
  if (values instanceof NextResponse) return values
  const next = safeNext(one(values, 'next'))
  const email = one(values, 'email')
  const result = await signIn(request.headers, email, one(values, 'password'))
  if (!result.ok && result.why === 'code') {
    const response = seeOther(`/sign-in/code?${new URLSearchParams({ next })}`)
    for (const cookie of result.cookies) response.headers.append('Set-Cookie', cookie)
    return response
  }
  if (!result.ok) return again(result.why, next, email)
  const draft = draftIn(next)
  if (draft) await adoptDraft(getDatabase(), result.actor, draft)
  const response = seeOther(next)
  for (const cookie of result.cookies) response.headers.append('Set-Cookie', cookie)
  return response
}
