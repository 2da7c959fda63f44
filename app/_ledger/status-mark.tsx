import type { ReactNode } from 'react'
import type { Status } from '@/lib/domain/sourcing/types'

const line = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.5,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const

/** One small drawing for each status, so that none is told by colour alone. */
export const MARKS: Record<Status, ReactNode> = {
  documented: (
    <>
      <path d="M4 1.5h5.5L12.5 5v9.5H4z" fill="currentColor" />
      <path d="M6 8h4.5M6 11h4.5" stroke="var(--paper)" strokeWidth="1.2" />
    </>
  ),
  corroborated: (
    <>
      <circle cx="4.4" cy="8" r="3.1" fill="currentColor" />
      <circle cx="11.6" cy="8" r="3.1" fill="currentColor" />
    </>
  ),
  single_source: <circle cx="8" cy="8" r="3.4" fill="currentColor" />,
  anonymous_only: <circle cx="8" cy="8" r="4.6" {...line} strokeDasharray="1.4 2.4" />,
  self_sourced: (
    <>
      <path d="M4.2 4.6A5 5 0 1 1 3 8.6" {...line} />
      <path d="M4.6 1.6 4 4.9l3.3.5" {...line} />
    </>
  ),
  untraced: (
    <>
      <path d="M5.2 5.6a2.9 2.9 0 1 1 4.4 2.5c-1 .6-1.5 1.1-1.5 2.2" {...line} />
      <circle cx="8.1" cy="13.2" r="1.05" fill="currentColor" />
    </>
  ),
  circular: (
    <>
      <path d="M13 8a5 5 0 0 1-9 3" {...line} />
      <path d="M3 8a5 5 0 0 1 9-3" {...line} />
      <path d="m12.4 1.8-.3 3.3-3.2-.4M3.6 14.2l.3-3.3 3.2.4" {...line} />
    </>
  ),
  unsourced: (
    <>
      <circle cx="8" cy="8" r="5" {...line} />
      <path d="M3.4 13.2 12.6 2.8" {...line} />
    </>
  ),
  contested: (
    <>
      <path d="M2 5.5h11M10.4 3 13 5.5 10.4 8" {...line} />
      <path d="M14 10.8H3M5.6 8.3 3 10.8l2.6 2.5" {...line} />
    </>
  ),
  contradicted: <path d="m3.6 3.6 8.8 8.8M12.4 3.6l-8.8 8.8" {...line} strokeWidth="2" />,
  not_checkable: <path d="M3 8h10" {...line} strokeWidth="1.8" />,
}

/** The mark of a status; the label beside it says what it means. */
export function StatusMark({ status, size = 16 }: { status: Status; size?: number }) {
  return (
    <svg viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" className="inline-block shrink-0">
      {MARKS[status]}
    </svg>
  )
}
