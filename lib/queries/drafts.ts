import type { Database } from '../db/client'
import type { Viewer } from '../domain/actor'
import type { FormValues } from '../domain/form'
import type { Refusal } from '../domain/result'

/** A form as it was typed. */
export interface DraftView {
  id: string
  version: number
  kind: string
  subjectId: string | null
  base: number | null
  title: string
  values: FormValues
  refusal: Refusal | null
  updatedAt: Date
}

/**
 * A draft of the viewer's own, or one that nobody owns: its id is a secret that only its writer was given.
 * @param kind the form that asks; another form's draft is none
 */
export const getDraft = async (
  db: Database,
  viewer: Viewer,
  kind: string,
  id: string,
): Promise<DraftView | null> => {
  const row = await db.reader.draft.findUnique({ where: { id } })
  if (!row || row.kind !== kind) return null
  if (row.ownerId !== null && (viewer.kind !== 'user' || viewer.id !== row.ownerId)) return null
  return {
    id: row.id,
    version: row.version,
    kind: row.kind,
    subjectId: row.subjectId,
    base: row.base,
    title: row.title,
    values: JSON.parse(row.form) as FormValues,
    refusal: row.refusal ? (JSON.parse(row.refusal) as Refusal) : null,
    updatedAt: row.updatedAt,
  }
}
