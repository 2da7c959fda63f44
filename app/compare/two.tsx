import type { ReactNode } from 'react'

/** Two parts side by side, one below the other where there is no room. */
export function Two({
  titles,
  children,
}: {
  titles: readonly [ReactNode, ReactNode]
  children: [ReactNode, ReactNode]
}) {
  return (
    <div className="grid gap-x-10 gap-y-5 md:grid-cols-2">
      {titles.map((title, side) => (
        <div key={side === 0 ? 'first' : 'second'} className="min-w-0">
          <h3 className="mb-1 font-medium">{title}</h3>
          {children[side]}
        </div>
      ))}
    </div>
  )
}
