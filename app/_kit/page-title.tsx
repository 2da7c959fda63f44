import type { ReactNode } from 'react'

/** The one heading of a page, with what stands beside it. */
export function PageTitle({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  return (
    <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
      <h1 className="font-serif text-3xl font-medium leading-tight">{children}</h1>
      {aside ? <div className="wrap-anywhere text-muted numbers">{aside}</div> : null}
    </div>
  )
}
