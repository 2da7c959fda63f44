import { recordReview, withdrawReview } from '@/lib/commands/claims/reviews'
import { readDate } from '@/lib/domain/edtf'
import { one } from '@/lib/domain/form'
import { refuse } from '@/lib/domain/result'
import { resolveName } from '@/lib/queries/resolve'
import { formRoute } from '@/lib/web/forms'

/** Records a verdict of a named reviewer, or takes one back. */
export const POST = formRoute({
  kind: 'claim.review',
  page: ({ slug }: { slug: string }) => `/claims/${encodeURIComponent(slug)}#verdicts`,
  run: async ({ db, actor, values }) => {
    if (one(values, 'do') === 'withdraw')
      return withdrawReview(db, actor, {
        id: one(values, 'review'),
        version: Number(one(values, 'reviewVersion')) || 0,
        reason: one(values, 'reason'),
      })
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
    return recordReview(db, actor, {
      claim: one(values, 'id'),
      reviewer: found.node.id,
      ratingText: one(values, 'ratingText'),
      ratingValue: number === '' ? null : Number(number),
      scale: one(values, 'scale'),
      summary: one(values, 'summary'),
      url: one(values, 'url'),
      reviewedOn: day.ok ? day.edtf : one(values, 'reviewedOn'),
    })
  },
  done: (_, { params }) => `/claims/${encodeURIComponent(params.slug)}#verdicts`,
})
