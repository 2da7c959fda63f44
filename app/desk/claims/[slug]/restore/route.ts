import { restoreVersion } from '@/lib/commands/claims/edit'
import { one } from '@/lib/domain/form'
import { formRoute, versionIn } from '@/lib/web/forms'

const page = (slug: string) => `/claims/${encodeURIComponent(slug)}/history`

/** Puts a claim back to one of its earlier versions. */
export const POST = formRoute({
  kind: 'claim.restore',
  page: ({ slug }: { slug: string }) => page(slug),
  run: ({ db, actor, values }) =>
    restoreVersion(db, actor, {
      id: one(values, 'id'),
      version: versionIn(values),
      to: Number(one(values, 'to')) || 0,
      reason: one(values, 'reason'),
    }),
  done: ({ slug }) => page(slug),
})
