import type { ReactNode } from 'react'
import { FAMILY_NAMES, type Family } from '@/lib/domain/sourcing/types'
import { FAMILY_TONE } from './family-tone'

const stroke = { stroke: 'currentColor', strokeWidth: 1.6, fill: 'none' } as const

/** Solid, slanted, dotted, upright and empty: told apart without colour, in print and in a photocopy. */
const MARKS: Record<Family, ReactNode> = {
  firm: <rect width="6" height="6" fill="currentColor" />,
  thin: <path d="M-1 1 1 -1M0 6 6 0M5 7 7 5" {...stroke} />,
  unsupported: (
    <>
      <circle cx="1.5" cy="1.5" r="1.3" fill="currentColor" />
      <circle cx="4.5" cy="4.5" r="1.3" fill="currentColor" />
    </>
  ),
  conflict: <path d="M1.5 0V6M4.5 0V6" {...stroke} />,
  none: null,
}

/** How a part of a drawing that stands for a family is filled, where `FamilyFills` of the same id is on the page. */
export const familyFill = (id: string, family: Family): { fill: string; className: string } => ({
  fill: `url(#${id}${family})`,
  className: `${FAMILY_TONE[family]} stroke-current`,
})

/** The fills of the families: a pattern each, besides the colour. Drawn nowhere; its own drawing, so that none hides it. */
export function FamilyFills({ id }: { id: string }) {
  return (
    <svg width="0" height="0" aria-hidden="true" className="absolute">
      <defs>
        {FAMILY_NAMES.map((family) => (
          <pattern
            key={family}
            id={id + family}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            className={FAMILY_TONE[family]}
          >
            <rect width="6" height="6" fill="var(--paper)" />
            {MARKS[family]}
          </pattern>
        ))}
      </defs>
    </svg>
  )
}
