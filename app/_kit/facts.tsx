import type { ReactNode } from 'react'

/** Pairs of a label and what is recorded under it; a pair with nothing recorded is left out. */
export function Facts({
  rows,
  className = '',
}: {
  rows: [label: string, value: ReactNode][]
  className?: string
}) {
  const shown = rows.filter(
    ([, value]) => value !== null && value !== undefined && value !== '' && value !== false,
  )
  if (shown.length === 0) return null
  return (
    <dl className={`grid grid-cols-[minmax(7rem,auto)_1fr] gap-x-5 gap-y-1.5 ${className}`}>
      {shown.map(([label, value]) => (
        <div key={label} className="col-span-2 grid grid-cols-subgrid">
          <dt className="label pt-px">{label}</dt>
          <dd className="wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
