import { cancelImport, resumeImport, runImport } from '@/lib/commands/imports/manage'
import { one } from '@/lib/domain/form'
import { refuse } from '@/lib/domain/result'
import { formRoute } from '@/lib/web/forms'

const MOVES = { run: runImport, cancel: cancelImport, resume: resumeImport }

/** Begins an import, calls it off, or goes on with it. */
export const POST = formRoute<{ id: string }, { id: string }>({
  kind: 'import.move',
  page: ({ id }) => `/desk/imports/${id}`,
  run: async ({ db, actor, params, values }) => {
    const asked = one(values, 'do')
    const move = Object.hasOwn(MOVES, asked) ? MOVES[asked as keyof typeof MOVES] : null
    return move ? move(db, actor, { id: params.id }) : refuse('invalid', 'This is nothing that can be done.')
  },
  done: (_value, { params }) => `/desk/imports/${params.id}`,
})
