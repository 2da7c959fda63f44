import { recordScale } from '@/lib/commands/claims/reviews'
import { one } from '@/lib/domain/form'
import { refuse } from '@/lib/domain/result'
import { resolveName } from '@/lib/queries/resolve'
import { formRoute } from '@/lib/web/forms'

/** `5 = True`, a line each. */
const labelsIn = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [value = '', ...words] = line.split('=')
      return { value: Number(value.trim().replace(',', '.')), text: words.join('=').trim() }
    })

/** Records a scale on which an organization gives its verdicts. */
export const POST = formRoute({
  kind: 'scale.new',
  page: () => '/desk/scales',
  run: async ({ db, actor, values }) => {
    const typed = one(values, 'publisher')
    const found = await resolveName(db, ['organization', 'person'], typed)
    if (found.kind !== 'one')
      return refuse(
        'invalid',
        found.kind === 'none'
          ? `Nobody is recorded as “${typed}”. Record whose scale it is as a speaker first.`
          : `More than one may be meant: ${found.candidates.map(({ name }) => name).join('; ')}. Write the whole name.`,
        'publisher',
      )
    return recordScale(db, actor, {
      publisher: found.node.id,
      name: one(values, 'name'),
      best: Number(one(values, 'best')),
      worst: Number(one(values, 'worst')),
      labels: labelsIn(one(values, 'labels')),
    })
  },
  done: () => '/desk/scales',
})
