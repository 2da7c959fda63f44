import type { Family } from '@/lib/domain/sourcing/types'

/** The colour of each family of statuses; never the only thing that tells them apart. */
export const FAMILY_TONE: Record<Family, string> = {
  firm: 'text-firm',
  thin: 'text-thin',
  unsupported: 'text-unsupported',
  conflict: 'text-conflict',
  none: 'text-none',
}
