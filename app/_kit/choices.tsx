'use client'
import { Checkbox } from './checkbox'

export interface Choice {
  value: string
  label: string
  count: string
  chosen: boolean
}

/** Values of one name to choose from. Drawn where they are shown: of each only its words are sent. */
export function Choices({ name, choices }: { name: string; choices: readonly Choice[] }) {
  return choices.map(({ value, label, count, chosen }) => (
    <Checkbox key={value} name={name} value={value} label={label} count={count} defaultChecked={chosen} />
  ))
}
