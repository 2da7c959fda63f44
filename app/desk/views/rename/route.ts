import { renameView } from '@/lib/commands/views/saved'
import { one } from '@/lib/domain/form'
import { formRoute, versionIn } from '@/lib/web/forms'

export const POST = formRoute({
  kind: 'view.rename',
  page: () => '/desk/views',
  run: ({ db, actor, values }) =>
    renameView(db, actor, { id: one(values, 'id'), version: versionIn(values), name: one(values, 'name') }),
  done: () => '/desk/views',
})
