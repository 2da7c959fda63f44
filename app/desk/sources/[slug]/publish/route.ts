import { publishSource } from '@/lib/commands/source-edit'
import { refuse } from '@/lib/domain/result'
import { proposalOf } from '@/lib/queries/proposals'
import { formRoute, versionIn } from '@/lib/web/forms'

/** Puts a proposed source before readers. */
export const POST = formRoute<{ slug: string }, { slug: string }>({
  kind: 'source.publish',
  page: ({ slug }) => `/desk/sources/${slug}/edit?part=publish`,
  run: async ({ db, actor, params, values }) => {
    const found = await proposalOf(db, actor, 'source', params.slug)
    if (!found) return refuse('not_found', 'This is no proposal any more.')
    return publishSource(db, actor, { id: found.id, version: versionIn(values) })
  },
  done: ({ slug }) => `/sources/${slug}`,
})
