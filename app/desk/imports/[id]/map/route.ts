import { checkImport, mapImport, saveProfile } from '@/lib/commands/imports/manage'
import { one } from '@/lib/domain/form'
import { profileIn, shapeIn } from '@/lib/domain/import/form'
import { type ImportProfile } from '@/lib/domain/import/profile'
import type { FileShape } from '@/lib/domain/import/shape'
import { refuse } from '@/lib/domain/result'
import { importOf } from '@/lib/queries/imports'
import { formRoute } from '@/lib/web/forms'

/** Says how a file is read and what its records mean; then it is found out what would happen. */
export const POST = formRoute<{ id: string }, { id: string }>({
  kind: 'import.map',
  page: ({ id }) => `/desk/imports/${id}`,
  run: async ({ db, actor, params, values }) => {
    const view = await importOf(db, actor, params.id)
    if (!view) return refuse('not_found', 'This import is not here.')
    const shape = shapeIn(values, view.shape) as FileShape
    const profile = profileIn(values, view.profile) as ImportProfile
    const publish = 'subject' in values ? one(values, 'publish') === 'yes' : view.publish
    const mapped = await mapImport(db, actor, { id: params.id, shape, profile, publish })
    if (!mapped.ok) return mapped
    const name = one(values, 'name').trim()
    if (name && one(values, 'do') !== 'read') {
      const saved = await saveProfile(db, actor, { name, profile })
      if (!saved.ok) return saved
    }
    return one(values, 'do') === 'read' ? mapped : checkImport(db, actor, { id: params.id })
  },
  done: (_value, { params, values }) =>
    `/desk/imports/${params.id}${one(values, 'do') === 'read' ? '#meaning' : '#check'}`,
})
