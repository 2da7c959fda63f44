import type { NextRequest } from 'next/server'
import { seeOther } from '@/lib/web/forms'
import { foreign, sameOrigin } from '@/lib/web/origin'
import { signOut } from '@/lib/web/sign-in'

export async function POST(request: NextRequest): Promise<Response> {
  if (!sameOrigin(request)) return foreign()
  const response = seeOther('/')
  for (const cookie of await signOut(request.headers)) response.headers.append('Set-Cookie', cookie)
  return response
}
