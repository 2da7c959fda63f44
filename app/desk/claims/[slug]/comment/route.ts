import { commentOnClaim, resolveComment } from '@/lib/commands/claims/comments'
import { one } from '@/lib/domain/form'
import { formRoute } from '@/lib/web/forms'

/** Says something about a claim to those who work on it, or marks what was said as settled. */
export const POST = formRoute({
  kind: 'claim.comment',
  page: ({ slug }: { slug: string }) => `/claims/${encodeURIComponent(slug)}#comments`,
  run: ({ db, actor, values }) =>
    one(values, 'do') === 'resolve'
      ? resolveComment(db, actor, { id: one(values, 'comment') })
      : commentOnClaim(db, actor, { claim: one(values, 'id'), text: one(values, 'text') }),
  done: (_, { params }) => `/claims/${encodeURIComponent(params.slug)}#comments`,
})
