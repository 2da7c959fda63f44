import type { ComponentProps } from 'react'

/** One of several that may be chosen, with how many it would show. */
export function Checkbox({
  label,
  count,
  ...input
}: { label: string; count?: string } & ComponentProps<'input'>) {
  return (
    <label className="flex break-inside-avoid items-baseline gap-2 py-0.5">
      <input {...input} type="checkbox" className="relative top-0.5 accent-link" />
      <bdi className="min-w-0 grow">{label}</bdi>
      {count === undefined ? null : <span className="label numbers">{count}</span>}
    </label>
  )
}
