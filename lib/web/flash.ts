/**
 * What one page says once after a redirect: that something went through, why it was refused, or a link that is shown
 * this once. It travels in a cookie for that page alone, so that no secret stands in an address, and goes with the
 * first look at it (proxy.ts).
 */
import 'server-only'
import { headers } from 'next/headers'
import type { NextRequest, NextResponse } from 'next/server'
import { z } from 'zod'
import type { FormValues } from '../domain/form'
import { LINK_PURPOSES } from '../domain/input/account'
import type { Result } from '../domain/result'
import { inAscii, postedForm, seeOther } from './forms'
import { refusalWords } from './refusals'
import { getSignedIn, type SignedIn } from './session'

const flash = z.object({
  /** A key of the page's messages. */
  said: z.string().max(60).optional(),
  refusal: z.object({ sentence: z.string(), field: z.string().optional() }).optional(),
  /** What was typed, to be shown again; never a password. */
  typed: z.record(z.string(), z.string()).optional(),
  link: z
    .object({
      purpose: z.enum(LINK_PURPOSES),
      token: z.string().regex(/^[\w-]{43}$/),
      email: z.string().nullable(),
      mailed: z.boolean(),
    })
    .optional(),
  /** A key or a signing secret that was just made, for the one time that it can be copied. */
  secret: z.object({ name: z.string().max(2100), value: z.string().max(100) }).optional(),
  /** Codes on paper for the second step of signing in, likewise. */
  codes: z.array(z.string().max(40)).max(20).optional(),
})
export type Flash = z.infer<typeof flash>

export const FLASH_COOKIE = 'on-record.said'
/** Long enough for a slow redirect. */
const SECONDS = 300

const attributes = (path: string, seconds: number): string =>
  `Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Strict${process.env.SITE_URL?.startsWith('https://') ? '; Secure' : ''}`

/** Redirects to a page, which says this once. */
export const sayOn = (page: string, said: Flash): NextResponse => {
  const response = seeOther(page)
  const value = Buffer.from(JSON.stringify(said)).toString('base64url')
  response.headers.append(
    'Set-Cookie',
    `${FLASH_COOKIE}=${value}; ${attributes(inAscii(page.replace(/[?#].*/, '')), SECONDS)}`,
  )
  return response
}

/** The header that takes it out of the browser, for the answer that shows it. */
export const forgetSaid = (path: string): string => `${FLASH_COOKIE}=; ${attributes(path, 0)}`

/** What this page is to say; nothing where there is nothing, or it cannot be read. */
export const readSaid = async (): Promise<Flash> => {
  // Not from cookies(), where the answer that takes it away has already done so.
  const sent = (await headers()).get('cookie') ?? ''
  const value = sent.match(/(?:^|; )on-record\.said=([\w-]+)/)?.[1]
  if (!value) return {}
  try {
    const said = flash.parse(JSON.parse(Buffer.from(value, 'base64url').toString()))
    if (!said.refusal) return said
    const say = await refusalWords()
    return { ...said, refusal: { ...said.refusal, sentence: say(said.refusal.sentence) } }
  } catch {
    return {}
  }
}

/** A result as it is said; `typed` comes back where it was refused. */
export const saidOf = (result: Result<unknown>, said: string, typed?: Record<string, string>): Flash => {
  if (result.ok) return { said }
  const { sentence, field } = result.refusal
  return { refusal: { sentence, field }, typed }
}

/**
 * Makes the handler of a form that belongs to somebody's account; none of its fields is kept anywhere.
 * @param at the path of the page that it goes back to
 */
export const accountRoute =
  (
    at: string | ((values: FormValues) => string),
    run: (here: SignedIn, values: FormValues) => Promise<Flash>,
  ) =>
  async (request: NextRequest): Promise<Response> => {
    const values = await postedForm(request)
    if (values instanceof Response) return values
    const page = typeof at === 'string' ? at : at(values)
    const here = await getSignedIn()
    if (!here) return seeOther(`/sign-in?next=${encodeURIComponent(page)}`)
    return sayOn(page, await run(here, values))
  }
