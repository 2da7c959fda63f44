'use client'
import { createContext, useContext } from 'react'
import type { FieldProblem } from '@/lib/queries/claims/form-refs'

/** What every part of the form needs of the whole. */
export interface FormContext {
  /** What is wrong with a field, by its path. */
  problemAt: (path: string) => FieldProblem | undefined
  /** Says that something was typed or chosen, so that the margin follows. */
  changed: () => void
}

export const ClaimFormContext = createContext<FormContext>({
  problemAt: () => undefined,
  changed: () => undefined,
})

export const useClaimForm = (): FormContext => useContext(ClaimFormContext)
