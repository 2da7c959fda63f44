import type { FormValues } from '@/lib/domain/form'
import { one } from '@/lib/domain/form'
import type { Refusal } from '@/lib/domain/result'
import type { DraftView } from '@/lib/queries/drafts'
import type { Candidate } from '@/lib/queries/resolve'
import type { OpenRef } from '@/lib/queries/resolve-form'

/** A form as a page shows it: what is in its fields, and what was wrong with them. */
export interface Shown {
  values: FormValues
  refusal: Refusal | null
  /** The version that is sent along; null for a new record. */
  version: number | null
}

/**
 * A form as it was typed before, or with what is stored. After a conflict it goes on from the version that stands now,
 * since the page shows what that is.
 */
export const shownForm = (kept: DraftView | null, stored: FormValues, version: number | null): Shown => ({
  values: kept?.values ?? stored,
  refusal: kept?.refusal ?? null,
  version:
    kept && version !== null && kept.refusal?.code !== 'conflict'
      ? Number(one(kept.values, 'version')) || version
      : version,
})

interface Problem {
  field: string
  sentence: string
  candidates?: Candidate[]
}

/** Everything that is wrong, field by field. */
export const problemsIn = ({ refusal }: Shown): Problem[] => {
  if (!refusal) return []
  if (refusal.code === 'invalid' && Array.isArray(refusal.details)) return refusal.details as OpenRef[]
  return refusal.field ? [{ field: refusal.field, sentence: refusal.sentence }] : []
}

/** What is wrong with a field; with any part of it, where it has several. */
export const problemAt = (shown: Shown, name: string): Problem | undefined =>
  problemsIn(shown).find(({ field }) => field === name)

export const valueAt = ({ values }: Shown, name: string): string => one(values, name)
