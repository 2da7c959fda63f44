import {
  hideClaim,
  publishClaim,
  reopenClaim,
  returnClaim,
  submitClaim,
  withdrawClaim,
} from '@/lib/commands/claims/workflow'
import { one } from '@/lib/domain/form'
import { refuse } from '@/lib/domain/result'
import { formRoute, versionIn } from '@/lib/web/forms'

/** Moves a claim from the desk to readers and back. */
export const POST = formRoute({
  kind: 'claim.move',
  page: ({ slug }: { slug: string }) => `/claims/${encodeURIComponent(slug)}#desk`,
  run: async ({ db, actor, values }) => {
    const at = { id: one(values, 'id'), version: versionIn(values) }
    const reason = one(values, 'reason')
    const to = one(values, 'to') === 'published' ? ('published' as const) : ('draft' as const)
    switch (one(values, 'do')) {
      case 'submit':
        return submitClaim(db, actor, at)
      case 'publish':
        return publishClaim(db, actor, at)
      case 'return':
        return returnClaim(db, actor, { ...at, comment: one(values, 'comment') })
      case 'hide':
        return hideClaim(db, actor, { ...at, reason })
      case 'withdraw':
        return withdrawClaim(db, actor, { ...at, reason })
      case 'reopen':
        return reopenClaim(db, actor, { ...at, reason, to })
      default:
        return refuse('invalid', 'Choose what is to happen to this claim.')
    }
  },
  done: ({ slug }) => `/claims/${slug}`,
})
