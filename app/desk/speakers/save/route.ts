import { withGroup } from '@/lib/commands/speaker-group'
import { recordSpeaker } from '@/lib/commands/speakers'
import { newShelf } from '@/lib/domain/actor'
import { one } from '@/lib/domain/form'
import { SPEAKER_REFS, speakerRaw, withoutBlankRows } from '@/lib/domain/record-form/speaker'
import { resolveRefs } from '@/lib/queries/resolve-form'
import { orSentBefore } from '@/lib/queries/sent-before'
import { formRoute } from '@/lib/web/forms'

/** Records a speaker before readers, or proposes it. */
export const POST = formRoute({
  kind: 'speaker.new',
  page: () => '/desk/speakers/new',
  run: async ({ db, actor, input: typed, values }) => {
    const input = withoutBlankRows(typed)
    const refs = await resolveRefs(db, input, SPEAKER_REFS)
    if (!refs.ok) return refs
    const id = one(values, 'once') || undefined
    const raw = { ...speakerRaw(input, refs.value), id, shelf: newShelf(actor, 'speaker') }
    const made = await withGroup(db, actor, recordSpeaker, raw, one(values, 'newGroup').trim())
    return orSentBefore(db, made, (reader) => reader.speaker.findUnique({ where: { id } }))
  },
  done: ({ slug }) => `/speakers/${slug}`,
})
