import { editSpeaker } from '@/lib/commands/speaker-edit'
import { withGroup } from '@/lib/commands/speaker-group'
import { one } from '@/lib/domain/form'
import { SPEAKER_REFS, speakerRaw, withoutBlankRows } from '@/lib/domain/record-form/speaker'
import { refuse } from '@/lib/domain/result'
import { speakerToEdit } from '@/lib/queries/edit'
import { resolveRefs } from '@/lib/queries/resolve-form'
import { formRoute, versionIn } from '@/lib/web/forms'

export const POST = formRoute<{ slug: string }, { slug: string }>({
  kind: 'speaker.edit',
  page: ({ slug }) => `/desk/speakers/${slug}/edit`,
  run: async ({ db, actor, params, input: typed, values }) => {
    const found = await speakerToEdit(db, actor, params.slug)
    if (!found) return refuse('not_found', 'This speaker is not here to be changed.')
    const input = withoutBlankRows(typed)
    const refs = await resolveRefs(db, input, SPEAKER_REFS)
    if (!refs.ok) return refs
    const raw = {
      ...speakerRaw(input, refs.value),
      id: found.kept.id,
      version: versionIn(values),
      reason: one(values, 'reason'),
    }
    return withGroup(db, actor, editSpeaker, raw, one(values, 'newGroup').trim())
  },
  done: ({ slug }) => `/speakers/${slug}`,
})
