import { answerReport, closeReport } from '@/lib/commands/reports'
import { one } from '@/lib/domain/form'
import { formRoute } from '@/lib/web/forms'

export const POST = formRoute<{ id: string; state: string }>({
  kind: 'report.answer',
  page: () => '/desk/reports',
  run: ({ db, actor, values }) => {
    const common = { id: one(values, 'id'), was: one(values, 'was') as 'open' }
    return one(values, 'do') === 'close'
      ? closeReport(db, actor, { ...common, reason: one(values, 'closing') })
      : answerReport(db, actor, { ...common, answer: one(values, 'answer') })
  },
  done: () => '/desk/reports',
})
