import { withdrawView } from '@/lib/commands/views/saved'
import { one } from '@/lib/domain/form'
import { formRoute } from '@/lib/web/forms'

export const POST = formRoute({
  kind: 'view.remove',
  page: () => '/desk/views',
  run: ({ db, actor, values }) => withdrawView(db, actor, { id: one(values, 'id') }),
  done: () => '/desk/views',
})
