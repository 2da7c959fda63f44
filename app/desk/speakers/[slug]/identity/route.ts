import { recordIdentity, undoIdentity } from '@/lib/commands/identity'
import { one } from '@/lib/domain/form'
import { refuse } from '@/lib/domain/result'
import { speakerToEdit } from '@/lib/queries/edit'
import { resolveRefs } from '@/lib/queries/resolve-form'
import { formRoute } from '@/lib/web/forms'

export const POST = formRoute<{ slug: string }, { slug: string }>({
  kind: 'speaker.identity',
  page: ({ slug }) => `/desk/speakers/${slug}/edit?part=identity`,
  run: async ({ db, actor, params, values, input }) => {
    const found = await speakerToEdit(db, actor, params.slug)
    if (!found) return refuse('not_found', 'This speaker is not here to be changed.')
    const reason = one(values, 'reason')
    const undo = one(values, 'undo')
    if (undo) return undoIdentity(db, actor, { id: undo, reason })
    const refs = await resolveRefs(db, input, { other: ['person', 'organization'] })
    if (!refs.ok) return refs
    const to = refs.value('other')
    if (!to) return refuse('invalid', 'Name the other speaker.', 'other')
    return recordIdentity(db, actor, {
      from: found.kept.id,
      to,
      kind: one(values, 'kind') as 'same',
      reason,
    })
  },
  done: (_, { params }) => `/desk/speakers/${params.slug}/edit`,
})
