/**
 * Everything that the claim's form can ask for. What was typed is kept first, whatever comes of it; then a list grows
 * or shrinks, or the claim is recorded, or the form comes back with what is to be mended.
 */
import { type NextRequest, NextResponse } from 'next/server'
import { changeClaim, recordDraftClaim } from '@/lib/commands/claim-form'
import { publishClaim, submitClaim } from '@/lib/commands/claims/workflow'
import { discardDraft, saveDraft } from '@/lib/commands/drafts'
import { type Actor, can } from '@/lib/domain/actor'
import { issuesOf } from '@/lib/domain/claim-form/check'
import { COMPARED, takeTheirs } from '@/lib/domain/claim-form/compare'
import { type ClaimForm, claimFormOf, claimFormValues } from '@/lib/domain/claim-form/form'
import { formFrom, formPath, recordOf } from '@/lib/domain/claim-form/record'
import { withoutRefused } from '@/lib/domain/claim-form/refused'
import { stepped } from '@/lib/domain/claim-form/steps'
import { type EditableClaim, editableClaim, sayTheSame } from '@/lib/domain/claim-record'
import { type FormValues, one } from '@/lib/domain/form'
import type { ClaimInput } from '@/lib/domain/input/claim'
import type { Refusal, Result } from '@/lib/domain/result'
import { getHops } from '@/lib/queries/claims/chains'
import { getEditable, nameIn } from '@/lib/queries/claims/editable'
import { resolveForm } from '@/lib/queries/claims/form-refs'
import { getDatabase } from '@/lib/web/database'
import { orAway } from '@/lib/web/database-away'
import { postedForm, seeOther } from '@/lib/web/forms'
import { getViewer } from '@/lib/web/session'

/** What of a post is about the draft and the claim, not typed. */
const META = ['draft', 'draftVersion', 'once', 'claim', 'slug', 'version'] as const

const untitled = (form: ClaimForm) => form.statement.trim() || form.speaker.text.trim() || '—'

const GONE: Refusal = {
  code: 'gone',
  sentence:
    'This claim cannot be changed any more: it was withdrawn or hidden, or your account may not change it. Your text is kept here.',
}

/** Checks a form against the ledger and the record's own limits. @returns the command to run, or what is to be mended */
const ready = async (typed: ClaimForm) => {
  const { form, ids, fresh, problems } = await resolveForm(getDatabase(), typed)
  const record = recordOf(form, (path) => ids.get(path) ?? null)
  const { input, paths } = record
  const known = new Set(problems.map(({ field }) => field))
  const issues = issuesOf(record).filter(({ field }) => !known.has(field))
  const all = [...problems, ...issues]
  const refusal: Refusal | null =
    all.length > 0 ? { code: 'invalid', sentence: all[0]?.sentence ?? '', details: all } : null
  return { form, fresh, input, paths, refusal }
}

/** A command's refusal in the words of the form: its field is the form's field. */
const asTyped = (refusal: Refusal, paths: Record<string, string>): Refusal =>
  refusal.field && refusal.code !== 'conflict'
    ? {
        ...refusal,
        code: 'invalid',
        details: [{ field: formPath(refusal.field, paths), sentence: refusal.sentence }],
      }
    : refusal

/**
 * Whether a refusal only says that the same form was sent before, by a second click or a reloaded page.
 * @returns the address of the claim that it made or changed
 */
const sentBefore = async (
  actor: Actor,
  input: ClaimInput,
  { once, slug, refusal }: { once: string; slug: string; refusal: Refusal },
): Promise<string | null> => {
  const { reader } = getDatabase()
  if (refusal.code === 'duplicate' && refusal.field === 'id' && actor.kind === 'user') {
    const made = await reader.claim.findUnique({ where: { id: once }, select: { slug: true, ownerId: true } })
    return made?.ownerId === actor.id ? made.slug : null
  }
  if (refusal.code !== 'conflict') return null
  const theirs = await getEditable(getDatabase(), actor, slug)
  const mine = editableClaim.safeParse(input)
  return theirs && mine.success && sayTheSame(mine.data as EditableClaim, theirs.record) ? theirs.slug : null
}

export const POST = orAway(async (request: NextRequest): Promise<NextResponse> => {
  const values = await postedForm(request)
  if (values instanceof NextResponse) return values
  const db = getDatabase()
  const actor = await getViewer()
  const asJson = request.headers.get('accept')?.startsWith('application/json') ?? false
  const step = one(values, 'do')
  const typed = claimFormOf(values)
  const meta: FormValues = Object.fromEntries(META.map((name) => [name, [one(values, name)]]))
  const slug = one(values, 'slug')
  const page = slug ? `/desk/claims/${encodeURIComponent(slug)}` : '/desk/claims/new'

  const keep = (typedForm: ClaimForm, refusal: Refusal | null) => {
    const { form } = withoutRefused(typedForm)
    return saveDraft(db, actor, {
      ...(one(values, 'draft')
        ? { id: one(values, 'draft'), version: Number(one(values, 'draftVersion')) || 0 }
        : {}),
      kind: 'claim',
      subjectId: one(values, 'claim') || null,
      base: Number(one(values, 'version')) || null,
      title: untitled(form),
      form: { ...meta, ...claimFormValues(form) },
      refusal,
    })
  }
  const back = async (form: ClaimForm, refusal: Refusal | null, at = '') => {
    const { id } = await keep(form, refusal)
    return seeOther(`${page}?draft=${id}${at && `#${at}`}`)
  }

  if (actor.kind === 'public') {
    // Typed before the session ended: it waits for its writer to sign in. A script keeps what it has in the page.
    if (asJson) return NextResponse.json({ sentence: 'Sign in to keep what you typed.' }, { status: 401 })
    const { id } = await keep(typed, null)
    return seeOther(`/sign-in?next=${encodeURIComponent(`${page}?draft=${id}`)}`)
  }
  if (!can(actor, 'record', { kind: 'claim', state: 'draft' }))
    return NextResponse.json({ sentence: 'Your account may not write claims.' }, { status: 403 })
  if (asJson) return NextResponse.json(await keep(typed, null))

  const refused = withoutRefused(typed).problems
  if (refused.length > 0) {
    const sentence = refused[0]?.sentence ?? ''
    return back(typed, { code: 'invalid', sentence, details: refused }, 'problems')
  }
  if (step === 'resolve') {
    const theirs = await getEditable(db, actor, slug)
    if (!theirs) return back(typed, GONE)
    const chosen = COMPARED.filter((field) => one(values, `take.${field}`) === 'theirs')
    meta.version = [String(theirs.version)]
    return back(takeTheirs(typed, formFrom(theirs.record, nameIn(theirs.names)), chosen), null)
  }
  if (step.startsWith('copy.')) {
    const hops = await getHops(db, actor, step.slice('copy.'.length))
    return back(hops ? { ...typed, hops: [...typed.hops, ...hops] } : typed, null, 'hops')
  }
  const list = stepped(typed, step)
  if (list) return back(list.form, null, list.at)
  if (!['record', 'submit', 'publish'].includes(step)) return back(typed, null)

  const { form, fresh, input, paths, refusal } = await ready(typed)
  if (refusal) return back(form, refusal, 'problems')
  const id = one(values, 'claim')
  const once = one(values, 'once')
  const version = Number(one(values, 'version')) || 0
  const result: Result<{ id: string; slug: string; version: number }> = id
    ? await changeClaim(db, actor, { fresh, claim: input, id, version, reason: form.reason })
    : await recordDraftClaim(db, actor, { fresh, claim: once ? { ...input, id: once } : input })
  if (!result.ok) {
    const done = await sentBefore(actor, input, { once, slug, refusal: result.refusal })
    return done ? seeOther(`/claims/${done}`) : back(form, asTyped(result.refusal, paths), 'problems')
  }
  if (one(values, 'draft')) await discardDraft(db, actor, one(values, 'draft'))
  const { slug: address, ...saved } = result.value
  const moved =
    step === 'submit'
      ? await submitClaim(db, actor, { id: saved.id, version: saved.version })
      : step === 'publish'
        ? await publishClaim(db, actor, { id: saved.id, version: saved.version })
        : null
  // The claim is saved; why it goes no further is said on its page.
  const stays =
    moved && !moved.ok
      ? await saveDraft(db, actor, { kind: 'claim.move', title: address, form: {}, refusal: moved.refusal })
      : null
  return seeOther(`/claims/${address}${stays ? `?draft=${stays.id}#desk` : ''}`)
})
