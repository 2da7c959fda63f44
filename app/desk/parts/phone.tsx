import type { ReactNode } from 'react'

/** What a cell holds, where a narrow screen has no row of headings; read aloud, the table says it anyway. */
export function Phone({ children }: { children: ReactNode }) {
  return (
    <span aria-hidden="true" className="label me-2 sm:hidden">
      {children}
    </span>
  )
}
