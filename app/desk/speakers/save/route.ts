import { withGroup } from '@/lib/commands/speaker-group'
import { recordSpeaker } from '@/lib/commands/speakers'
import { one } from '@/lib/domain/form'
import { SPEAKER_REFS, speakerRaw, withoutBlankRows } from '@/lib/domain/record-form/speaker'
import { resolveRefs } from '@/lib/queries/resolve-form'
import { formRoute } from '@/lib/web/forms'

export const POST = formRoute({
  kind: 'speaker.new',
  page: () => '/desk/speakers/new',
  run: async ({ db, actor, input: typed, values }) => {
    const input = withoutBlankRows(typed)
    const refs = await resolveRefs(db, input, SPEAKER_REFS)
    if (!refs.ok) return refs
    return withGroup(db, actor, recordSpeaker, speakerRaw(input, refs.value), one(values, 'newGroup').trim())
  },
  done: ({ slug }) => `/speakers/${slug}`,
})
