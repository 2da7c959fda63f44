/**
 * One way for every form: it is posted, the command runs, and the answer is a redirect. What was refused is kept as
 * it was typed and shown again on the form's own page, beside the sentence that says why; so is what is posted after
 * a session has ended, until its writer has signed in again. It works the same without JavaScript.
 */
import 'server-only'
import { type NextRequest, NextResponse } from 'next/server'
import { saveDraft } from '../commands/drafts'
import type { Database } from '../db/client'
import type { Actor } from '../domain/actor'
import { type FormValues, type Nested, nested, one, readForm } from '../domain/form'
import type { Refusal, Result } from '../domain/result'
import { type DraftView, getDraft } from '../queries/drafts'
import { getDatabase } from './database'
import { orAway } from './database-away'
import { sameOrigin } from './origin'
import { refusalIn, refusalWords } from './refusals'
import { getViewer } from './session'

/** What a form brought. */
export interface Post<P> {
  db: Database
  actor: Actor
  params: P
  values: FormValues
  /** The values as objects and lists. */
  input: { [field: string]: Nested }
  request: NextRequest
}

interface FormOptions<P, T> {
  /** Names the form among drafts: `speaker.edit`. */
  kind: string
  /** The path of the page that shows the form; the draft of what was refused is added to it. */
  page: (params: P) => string
  /** Runs the command. */
  run: (post: Post<P>) => Promise<Result<T>>
  /** Where to go when it went through. */
  done: (value: T, post: Post<P>) => string
  /** Whether readers without an account may post it. */
  open?: boolean
}

/** A plain page with one sentence, for posts that cannot come from a form of ours. */
const plain = (status: number, sentence: string) =>
  new NextResponse(`${sentence}\n`, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })

/** A path as a header carries it: addresses may be in any script, headers are in ASCII, and no line of one ends early. */
export const inAscii = (path: string): string =>
  path.toWellFormed().replace(/[^\x21-\x7e]/gu, (letter) => encodeURIComponent(letter))

/** Redirects to a path of this site, so that reloading the next page posts nothing again. */
export const seeOther = (path: string): NextResponse =>
  new NextResponse(null, { status: 303, headers: { Location: inAscii(path) } })

/** @param place where the page of the form is to be read from, unless the path says so itself */
const withDraft = (path: string, id: string, place: string): string => {
  const [address = '', hash = place] = path.split('#')
  return `${address}${address.includes('?') ? '&' : '?'}draft=${id}${hash ? `#${hash}` : ''}`
}

/**
 * Reads what was posted.
 * @returns the form, or the answer to a post that is none of ours or too large
 */
export const postedForm = async (request: NextRequest): Promise<FormValues | NextResponse> => {
  if (!sameOrigin(request))
    return plain(
      403,
      'This was sent from another site, so nothing was changed. Go to the page here and send it again.',
    )
  const data = await request.formData().catch(() => null)
  if (!data) return plain(400, 'This is not a form that can be read here; nothing was changed.')
  return (
    readForm(data.entries()) ??
    plain(413, 'This form is larger than 400,000 characters, so nothing was changed. Go back and shorten it.')
  )
}

/** Makes the handler of a form's posts. */
export const formRoute = <T, P extends Record<string, string> = Record<string, never>>({
  kind,
  page,
  run,
  done,
  open,
}: FormOptions<P, T>) =>
  orAway(async (request: NextRequest, context: { params: Promise<P> }): Promise<NextResponse> => {
    const values = await postedForm(request)
    if (values instanceof NextResponse) return values
    const params = await context.params
    const db = getDatabase()
    const actor = await getViewer()
    const kept = async (refusal: Refusal | null) => {
      const { id } = await saveDraft(db, actor, { kind, title: kind, form: values, refusal })
      return withDraft(page(params), id, refusal ? 'problems' : '')
    }
    if (actor.kind === 'public' && !open)
      return seeOther(`/sign-in?next=${encodeURIComponent(await kept(null))}`)
    const post = { db, actor, params, values, input: nested(values), request }
    const result = await run(post)
    return seeOther(result.ok ? done(result.value, post) : await kept(result.refusal))
  })

/** A draft whose refusal is said in the language of the page. */
const inWords = async (draft: DraftView | null): Promise<DraftView | null> => {
  if (!draft?.refusal) return draft
  return { ...draft, refusal: refusalIn(await refusalWords(), draft.refusal) }
}

/** What was typed into a form before and refused, where its page was asked for with `?draft=`. */
export const keptForm = async (
  kind: string,
  draft: string | string[] | undefined,
): Promise<DraftView | null> =>
  typeof draft === 'string' ? inWords(await getDraft(getDatabase(), await getViewer(), kind, draft)) : null

/** The value of a field: as typed before, or as it is stored. */
export const typedOr = (kept: DraftView | null, name: string, stored: string | null | undefined): string =>
  kept ? one(kept.values, name) : (stored ?? '')

/** The version that a form was shown with, for commands that refuse stale ones. */
export const versionIn = (values: FormValues): number => Number(one(values, 'version')) || 0
