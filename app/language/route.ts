import type { NextRequest } from 'next/server'
import { one } from '@/lib/domain/form'
import { postedForm, seeOther } from '@/lib/web/forms'
import { isLanguage, LANGUAGE_COOKIE } from '@/lib/web/languages'
import { pageBefore } from '@/lib/web/next-path'

const YEAR_SECONDS = 31_536_000

/** Keeps the language that a reader chose, and goes back to the page where it was chosen. */
export async function POST(request: NextRequest): Promise<Response> {
  const values = await postedForm(request)
  if (values instanceof Response) return values
  const { headers } = request
  const response = seeOther(pageBefore(headers.get('referer'), headers.get('host')))
  const language = one(values, 'language')
  if (isLanguage(language))
    response.cookies.set(LANGUAGE_COOKIE, language, { maxAge: YEAR_SECONDS, sameSite: 'lax', httpOnly: true })
  return response
}
