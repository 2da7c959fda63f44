import { reinstateSpeaker, withdrawSpeaker } from '@/lib/commands/speaker-edit'
import { one } from '@/lib/domain/form'
import { refuse } from '@/lib/domain/result'
import { speakerToEdit } from '@/lib/queries/edit'
import { formRoute, versionIn } from '@/lib/web/forms'

export const POST = formRoute<{ slug: string }, { slug: string }>({
  kind: 'speaker.withdraw',
  page: ({ slug }) => `/desk/speakers/${slug}/edit?part=withdraw`,
  run: async ({ db, actor, params, values }) => {
    const found = await speakerToEdit(db, actor, params.slug)
    if (!found) return refuse('not_found', 'This speaker is not here to be changed.')
    const command = one(values, 'back') ? reinstateSpeaker : withdrawSpeaker
    return command(db, actor, {
      id: found.kept.id,
      version: versionIn(values),
      reason: one(values, 'reason'),
    })
  },
  done: ({ slug }) => `/desk/speakers/${slug}/edit`,
})
