import type { ComponentProps } from 'react'

/** One of several that may be chosen, with how many it would show. */
export function Checkbox({
  label,
  count,
  ...input
}: { label: string; count?: string } & ComponentProps<'input'>) {
  return (
    <label className="choice">
      <input {...input} type="checkbox" />
      <bdi>{label}</bdi>
      {count === undefined ? null : <span className="label numbers">{count}</span>}
    </label>
  )
}
