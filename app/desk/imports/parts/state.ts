import type { ImportView } from '@/lib/queries/imports'

export type ImportState = 'mapped' | 'checking' | 'checked' | 'running' | 'done' | 'failed' | 'cancelled'

const isOpen = (state: string) => state === 'waiting' || state === 'running'

/** How far an import is, in one word. */
export const stateOf = ({ check, run }: Pick<ImportView, 'check' | 'run'>): ImportState => {
  if (check && isOpen(check.state)) return 'checking'
  if (run) return isOpen(run.state) ? 'running' : (run.state as 'done' | 'failed' | 'cancelled')
  if (!check) return 'mapped'
  return check.state === 'done' ? 'checked' : (check.state as 'failed' | 'cancelled')
}
