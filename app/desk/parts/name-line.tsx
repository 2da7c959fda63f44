import type { NameKind } from '@/lib/domain/name-kinds'
import { NameField } from './name-field'
import { problemAt, type Shown, valueAt } from './shown'

/** A record that is named in a form of the desk, with what was typed or is recorded. */
export function NameLine({
  shown,
  name,
  ...field
}: {
  shown: Shown
  name: string
  label: string
  hint?: string
  kinds: readonly NameKind[]
}) {
  const part = (last: string) => valueAt(shown, `${name}.${last}`)
  return (
    <NameField
      {...field}
      name={name}
      stored={{ text: part('text'), id: part('id'), name: part('name') }}
      problem={problemAt(shown, name)}
    />
  )
}
