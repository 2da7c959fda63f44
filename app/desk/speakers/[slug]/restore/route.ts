import { restoreSpeaker } from '@/lib/commands/speaker-edit'
import { one } from '@/lib/domain/form'
import { formRoute, versionIn } from '@/lib/web/forms'

/** Puts a speaker back to one of its earlier versions. */
export const POST = formRoute<{ slug: string }, { slug: string }>({
  kind: 'speaker.restore',
  page: ({ slug }) => `/desk/speakers/${slug}/edit?part=restore`,
  run: ({ db, actor, values }) =>
    restoreSpeaker(db, actor, {
      id: one(values, 'id'),
      version: versionIn(values),
      to: Number(one(values, 'to')) || 0,
      reason: one(values, 'reason'),
    }),
  done: ({ slug }) => `/speakers/${slug}#history`,
})
