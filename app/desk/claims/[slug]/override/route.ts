import { confirmOverride, liftOverride, overrideClaim } from '@/lib/commands/claims/overrides'
import { one } from '@/lib/domain/form'
import { formRoute, versionIn } from '@/lib/web/forms'

/** Shows readers another status than the derived one, stands by that, or takes it back. */
export const POST = formRoute({
  kind: 'claim.override',
  page: ({ slug }: { slug: string }) => `/claims/${encodeURIComponent(slug)}#desk`,
  run: ({ db, actor, values }) => {
    const at = { id: one(values, 'id'), version: versionIn(values) }
    const reason = one(values, 'reason')
    const step = one(values, 'do')
    if (step === 'confirm') return confirmOverride(db, actor, { ...at, reason })
    if (step === 'lift') return liftOverride(db, actor, { ...at, reason })
    return overrideClaim(db, actor, { ...at, reason, status: one(values, 'status') as never })
  },
  done: (_, { params }) => `/claims/${encodeURIComponent(params.slug)}`,
})
