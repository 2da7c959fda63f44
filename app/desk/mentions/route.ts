import { seeMentions } from '@/lib/commands/claims/comments'
import { formRoute } from '@/lib/web/forms'

/** Takes mentions of oneself off one's desk. */
export const POST = formRoute({
  kind: 'desk.mentions',
  page: () => '/desk',
  run: ({ db, actor, values }) => seeMentions(db, actor, values.comment ?? []),
  done: () => '/desk',
})
