import { editReview, recordReview, withdrawReview } from '@/lib/commands/claims/reviews'
import { readDate } from '@/lib/domain/edtf'
import { one } from '@/lib/domain/form'
import { ok, type Result, refuse } from '@/lib/domain/result'
import { resolveName } from '@/lib/queries/resolve'
import { formRoute, type Post } from '@/lib/web/forms'

/** The verdict as typed, with the reviewer that its name means. */
const verdictIn = async ({ db, values }: Pick<Post<unknown>, 'db' | 'values'>) => {
  const typed = one(values, 'reviewer')
  const found = await resolveName(db, ['person', 'organization'], typed)
  if (found.kind === 'none')
    return refuse(
      'invalid',
      `Nobody is recorded as “${typed}”. Record the reviewer as a speaker first.`,
      'reviewer',
    )
  if (found.kind === 'many') {
    const names = found.candidates.map(({ name, hint }) => (hint ? `${name} (${hint})` : name)).join('; ')
    return refuse('invalid', `More than one may be meant: ${names}. Write the whole name.`, 'reviewer')
  }
  const day = readDate(one(values, 'reviewedOn'))
  const number = one(values, 'ratingValue').trim()
  return ok({
    reviewer: found.node.id,
    ratingText: one(values, 'ratingText'),
    ratingValue: number === '' ? null : Number(number.replace(',', '.')),
    scale: one(values, 'scale'),
    summary: one(values, 'summary'),
    url: one(values, 'url'),
    reviewedOn: day.ok ? day.edtf : one(values, 'reviewedOn'),
  })
}

/** Records a verdict of a named reviewer, changes it, or takes it back. */
export const POST = formRoute({
  kind: 'claim.review',
  page: ({ slug }: { slug: string }) => `/claims/${encodeURIComponent(slug)}#verdicts`,
  run: async ({ db, actor, values }): Promise<Result<unknown>> => {
    const at = { id: one(values, 'review'), version: Number(one(values, 'reviewVersion')) || 0 }
    const reason = one(values, 'reason')
    const step = one(values, 'do')
    if (step === 'withdraw') return withdrawReview(db, actor, { ...at, reason })
    const verdict = await verdictIn({ db, values })
    if (!verdict.ok) return verdict
    return step === 'edit'
      ? editReview(db, actor, { ...verdict.value, ...at, reason })
      : recordReview(db, actor, { ...verdict.value, claim: one(values, 'id') })
  },
  done: (_, { params }) => `/claims/${encodeURIComponent(params.slug)}#verdicts`,
})
