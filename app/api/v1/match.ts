/** Which operation an address and a method name. */
import { OPERATIONS, type Operation, type OperationId } from '@/lib/domain/api'

export interface Matched {
  id: OperationId
  operation: Operation
  parts: Record<string, string>
}

const ENTRIES = (Object.entries(OPERATIONS) as [OperationId, Operation][]).map(([id, operation]) => ({
  id,
  operation,
  shape: operation.path.split('/').slice(1),
}))

const fits = (shape: readonly string[], path: readonly string[]): Record<string, string> | null => {
  if (shape.length !== path.length) return null
  const parts: Record<string, string> = {}
  for (const [i, step] of shape.entries()) {
    const given = path[i] ?? ''
    if (step.startsWith('{')) parts[step.slice(1, -1)] = given
    else if (step !== given) return null
  }
  return parts
}

/**
 * @param path the steps below /api/v1, decoded
 * @returns the operation, or the methods that the address takes: none where there is no such address
 */
export const match = (method: string, path: readonly string[]): Matched | { methods: string[] } => {
  const methods: string[] = []
  for (const { id, operation, shape } of ENTRIES) {
    const parts = fits(shape, path)
    if (!parts) continue
    if (operation.method === method) return { id, operation, parts }
    methods.push(operation.method)
  }
  return { methods }
}
