import { guessedProfile } from '@/lib/commands/imports/guessed'
import { checkImport, mapImport, saveProfile } from '@/lib/commands/imports/manage'
import { one } from '@/lib/domain/form'
import { profileIn, shapeIn } from '@/lib/domain/import/form'
import type { ImportProfile } from '@/lib/domain/import/profile'
import { type FileShape, fileShape } from '@/lib/domain/import/shape'
import { refuse } from '@/lib/domain/result'
import { type ImportView, importOf } from '@/lib/queries/imports'
import { formRoute } from '@/lib/web/forms'

/** The mapping of a file that is read in another way: its columns are others then. */
const readAgain = async (
  db: Parameters<typeof guessedProfile>[0],
  view: ImportView,
  shape: FileShape,
): Promise<ImportProfile> => {
  const { data } = fileShape.safeParse(shape)
  if (!data || JSON.stringify(data) === JSON.stringify(view.shape)) return view.profile
  const guessed = await guessedProfile(db, { id: view.id, shape: data, name: view.fileName })
  return { ...guessed, origin: view.profile.origin, ratings: view.profile.ratings }
}

/** Says how a file is read and what its records mean; then it is found out what would happen. */
export const POST = formRoute<{ id: string }, { id: string }>({
  kind: 'import.map',
  page: ({ id }) => `/desk/imports/${id}`,
  run: async ({ db, actor, params, values }) => {
    const view = await importOf(db, actor, params.id)
    if (!view) return refuse('not_found', 'This import is not here.')
    const shape = shapeIn(values, view.shape) as FileShape
    const profile =
      one(values, 'do') === 'read'
        ? await readAgain(db, view, shape)
        : (profileIn(values, view.profile) as ImportProfile)
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
