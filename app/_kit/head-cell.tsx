import type { ReactNode } from 'react'

/** A column's heading, set like every other: small, over the one dark rule of a table. */
export function HeadCell({
  children,
  numeric = false,
  sorted,
  title,
  className = '',
}: {
  children: ReactNode
  /** Numbers stand right, under a heading that stands right. */
  numeric?: boolean
  sorted?: 'ascending' | 'descending'
  title?: string
  className?: string
}) {
  return (
    <th
      scope="col"
      aria-sort={sorted}
      title={title}
      className={`border-b border-ink py-1.5 pe-4 align-bottom text-small font-medium text-muted last:pe-0 ${numeric ? 'text-end' : 'text-start'} ${className}`}
    >
      {children}
    </th>
  )
}
