import { recordSource } from '@/lib/commands/sources'
import { newShelf } from '@/lib/domain/actor'
import { one } from '@/lib/domain/form'
import { SOURCE_REFS, sourceRaw } from '@/lib/domain/record-form/source'
import { resolveRefs } from '@/lib/queries/resolve-form'
import { orSentBefore } from '@/lib/queries/sent-before'
import { formRoute } from '@/lib/web/forms'

/** Records a source before readers, or proposes it. */
export const POST = formRoute({
  kind: 'source.new',
  page: () => '/desk/sources/new',
  run: async ({ db, actor, input, values }) => {
    const refs = await resolveRefs(db, input, SOURCE_REFS)
    if (!refs.ok) return refs
    const id = one(values, 'once') || undefined
    const raw = { ...sourceRaw(input, refs.value), id, shelf: newShelf(actor, 'source') }
    const made = await recordSource(db, actor, raw as never)
    return orSentBefore(db, made, (reader) => reader.source.findUnique({ where: { id } }))
  },
  done: ({ slug }) => `/sources/${slug}`,
})
