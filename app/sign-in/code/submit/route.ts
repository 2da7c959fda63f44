import { type NextRequest, NextResponse } from 'next/server'
import { adoptDraft } from '@/lib/commands/drafts'
import { one } from '@/lib/domain/form'
import { getDatabase } from '@/lib/web/database'
import { postedForm, seeOther } from '@/lib/web/forms'
import { draftIn, safeNext } from '@/lib/web/next-path'
import { signInByCode } from '@/lib/web/sign-in'

/** The second step. Whoever took longer than it waits begins anew with the password. */
export async function POST(request: NextRequest): Promise<NextResponse> {
  const values = await postedForm(request)
  if (values instanceof NextResponse) return values
  const next = safeNext(one(values, 'next'))
  const result = await signInByCode(request.headers, one(values, 'code').slice(0, 100))
  if (!result.ok) {
    const again = result.why === 'wrong' || result.why === 'many' ? '/sign-in/code' : '/sign-in'
    return seeOther(`${again}?${new URLSearchParams({ error: result.why, next })}`)
  }
  const draft = draftIn(next)
  if (draft) await adoptDraft(getDatabase(), result.actor, draft)
  const response = seeOther(next)
  for (const cookie of result.cookies) response.headers.append('Set-Cookie', cookie)
  return response
}
