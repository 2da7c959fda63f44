import { editTopic } from '@/lib/commands/topic-edit'
import { one } from '@/lib/domain/form'
import { refuse } from '@/lib/domain/result'
import { topicToEdit } from '@/lib/queries/edit'
import { formRoute, versionIn } from '@/lib/web/forms'

export const POST = formRoute<{ slug: string }, { slug: string }>({
  kind: 'topic.edit',
  page: ({ slug }) => `/desk/topics/${slug}/edit`,
  run: async ({ db, actor, params, values }) => {
    const found = await topicToEdit(db, actor, params.slug)
    if (!found) return refuse('not_found', 'This topic is not here to be changed.')
    return editTopic(db, actor, {
      id: found.id,
      version: versionIn(values),
      name: one(values, 'name'),
      description: one(values, 'description'),
      reason: one(values, 'reason'),
    })
  },
  done: ({ slug }) => `/topics/${slug}`,
})
