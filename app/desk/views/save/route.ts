import { saveView } from '@/lib/commands/views/saved'
import { one } from '@/lib/domain/form'
import { formRoute } from '@/lib/web/forms'

/** Keeps a view under a name, and goes back to it. */
export const POST = formRoute({
  kind: 'view.save',
  page: () => '/desk/views',
  run: ({ db, actor, values }) =>
    saveView(db, actor, { name: one(values, 'name'), address: one(values, 'address') }),
  done: ({ address }) => (address ? `/claims?${address}` : '/claims'),
})
