import type { ReactNode } from 'react'

/** Something to know before reading on, told apart by its rule and its heading, not by colour. */
export function Notice({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <div role="status" className="mb-5 max-w-[70ch] border-s-4 border-rule bg-wash px-4 py-2.5">
      {title ? <p className="font-semibold">{title}</p> : null}
      {children}
    </div>
  )
}
