import { restoreLink, withdrawLink } from '@/lib/commands/link-edit'
import { one } from '@/lib/domain/form'
import { formRoute, versionIn } from '@/lib/web/forms'

export const POST = formRoute<{ id: string }, { id: string }>({
  kind: 'link.withdraw',
  page: ({ id }) => `/desk/links/${id}?part=withdraw`,
  run: ({ db, actor, params, values }) => {
    const command = one(values, 'back') ? restoreLink : withdrawLink
    return command(db, actor, {
      id: params.id,
      version: versionIn(values),
      reason: one(values, 'reason'),
    })
  },
  done: ({ id }) => `/desk/links/${id}`,
})
