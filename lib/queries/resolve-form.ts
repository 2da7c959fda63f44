import type { Database } from '../db/client'
import type { Nested } from '../domain/form'
import type { NameKind } from '../domain/name-kinds'
import { refIn } from '../domain/record-form/refs'
import { type Result, refuse } from '../domain/result'
import { type Candidate, PICKED, resolveName } from './resolve'

/** The paths of references in a form (`roles.*.org`), with the kinds of record that each may mean. */
export type RefPaths = Readonly<Record<string, readonly NameKind[]>>

/** A reference that could not be settled; `candidates` are what it may mean. */
export interface OpenRef {
  field: string
  sentence: string
  candidates: Candidate[]
}

/** Every reference under a path, with the path of its own. */
const under = (value: Nested | undefined, steps: readonly string[], path: string): [string, Nested][] => {
  const [step, ...rest] = steps
  if (step === undefined) return value === undefined ? [] : [[path, value]]
  const inner = (key: string, item: Nested | undefined) => under(item, rest, path ? `${path}.${key}` : key)
  if (step === '*') return Array.isArray(value) ? value.flatMap((item, i) => inner(String(i), item)) : []
  return typeof value === 'object' && !Array.isArray(value) ? inner(step, value[step]) : []
}

const problemOf = (field: string, text: string, candidates: Candidate[]): OpenRef => ({
  field,
  candidates,
  sentence:
    candidates.length > 0
      ? `“${text}” may mean several; choose which.`
      : `Nothing that fits is recorded under “${text}”. Record it first, or write the name as it stands there.`,
})

/**
 * Finds the records that a form refers to by name.
 * @returns the id for each path of a reference, or a refusal whose details offer what each may mean
 */
export const resolveRefs = async (
  db: Database,
  input: { [field: string]: Nested },
  paths: RefPaths,
): Promise<Result<(path: string) => string | null>> => {
  const found = new Map<string, string>()
  const open: OpenRef[] = []
  for (const [pattern, kinds] of Object.entries(paths))
    for (const [path, value] of under(input, pattern.split('.'), '')) {
      const ref = refIn(value)
      if (ref.kind === 'none') continue
      const text = ref.kind === 'name' ? ref.text : PICKED + ref.id
      const resolved = await resolveName(db, kinds, text)
      if (resolved.kind === 'one') found.set(path, resolved.node.id)
      // What stands in the record already stays, though it was withdrawn since.
      else if (ref.kind === 'id') found.set(path, ref.id)
      else open.push(problemOf(path, ref.text, resolved.kind === 'many' ? resolved.candidates : []))
    }
  const first = open[0]
  if (first) return refuse('invalid', first.sentence, first.field, open)
  return { ok: true, value: (path) => found.get(path) ?? null }
}
