import { mergeSpeakers } from '@/lib/commands/merge'
import { one } from '@/lib/domain/form'
import { refuse } from '@/lib/domain/result'
import { speakerToEdit } from '@/lib/queries/edit'
import { formRoute, versionIn } from '@/lib/web/forms'

export const POST = formRoute<{ slug: string }, { slug: string }>({
  kind: 'speaker.merge',
  page: ({ slug }) => `/desk/speakers/${slug}/merge`,
  run: async ({ db, actor, params, values }) => {
    const found = await speakerToEdit(db, actor, params.slug)
    if (!found) return refuse('not_found', 'This speaker is not here to be merged.')
    return mergeSpeakers(db, actor, {
      from: found.kept.id,
      into: one(values, 'intoId'),
      fromVersion: versionIn(values),
      intoVersion: Number(one(values, 'intoVersion')) || 0,
      reason: one(values, 'reason'),
    })
  },
  done: ({ slug }) => `/speakers/${slug}`,
})
