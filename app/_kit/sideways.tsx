import type { ReactNode } from 'react'

/** What scrolls sideways within itself where it does not fit: the keyboard reaches it, and it says what it is. */
export function Sideways({
  label,
  landmark,
  children,
  className = '',
}: {
  label: string
  /** Whether it is a region of the page: where it stands in no section that is named. */
  landmark?: boolean
  children: ReactNode
  className?: string
}) {
  return (
    <div
      className={`scroll-x ${className}`}
      role={landmark ? 'region' : 'group'}
      aria-label={label}
      tabIndex={0}
    >
      {children}
    </div>
  )
}
