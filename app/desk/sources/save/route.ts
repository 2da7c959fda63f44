import { recordSource } from '@/lib/commands/sources'
import { SOURCE_REFS, sourceRaw } from '@/lib/domain/record-form/source'
import { resolveRefs } from '@/lib/queries/resolve-form'
import { formRoute } from '@/lib/web/forms'

export const POST = formRoute({
  kind: 'source.new',
  page: () => '/desk/sources/new',
  run: async ({ db, actor, input }) => {
    const refs = await resolveRefs(db, input, SOURCE_REFS)
    return refs.ok ? recordSource(db, actor, sourceRaw(input, refs.value) as never) : refs
  },
  done: ({ slug }) => `/sources/${slug}`,
})
