import { publishSpeaker } from '@/lib/commands/speaker-edit'
import { refuse } from '@/lib/domain/result'
import { proposalOf } from '@/lib/queries/proposals'
import { formRoute, versionIn } from '@/lib/web/forms'

/** Puts a proposed speaker before readers. */
export const POST = formRoute<{ slug: string }, { slug: string }>({
  kind: 'speaker.publish',
  page: ({ slug }) => `/desk/speakers/${slug}/edit?part=publish`,
  run: async ({ db, actor, params, values }) => {
    const found = await proposalOf(db, actor, 'speaker', params.slug)
    if (!found) return refuse('not_found', 'This is no proposal any more.')
    return publishSpeaker(db, actor, { id: found.id, version: versionIn(values) })
  },
  done: ({ slug }) => `/speakers/${slug}`,
})
