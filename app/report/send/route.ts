import { reportError } from '@/lib/commands/reports'
import { one } from '@/lib/domain/form'
import { refuse } from '@/lib/domain/result'
import { reportSubject } from '@/lib/queries/reports'
import { clientAddress } from '@/lib/web/client-address'
import { formRoute, type Post } from '@/lib/web/forms'

type Sent = Post<Record<string, never>>

const about = ({ values }: Pick<Sent, 'values'>) => one(values, 'about')

export const POST = formRoute({
  kind: 'report',
  open: true,
  page: () => '/report',
  run: async ({ db, actor, values, request }) => {
    const subject = await reportSubject(db, actor, about({ values }))
    if (!subject) return refuse('not_found', 'The page that this is about is not here.')
    return reportError(db, clientAddress(request.headers), {
      kind: subject.kind,
      slug: subject.slug,
      address: subject.address === subject.path ? null : subject.address,
      text: one(values, 'text'),
      contact: one(values, 'contact'),
    })
  },
  done: (_, { values }) => `/report?about=${encodeURIComponent(about({ values }))}&sent=yes`,
})
