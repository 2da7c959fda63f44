/** What is wrong with the form itself, by the record's own limits: asked in the browser and again on the server. */
import { claimInput } from '../input/claim'
import type { ClaimForm } from './form'
import { formPath, recordOf, refsOf } from './record'

export interface FormIssue {
  /** The form's path of the field. */
  field: string
  sentence: string
}

/** Problems of a record, by the fields of the form that it was made from. */
export const issuesOf = (record: ReturnType<typeof recordOf>): { field: string; sentence: string }[] => {
  const parsed = claimInput.safeParse(record.input)
  return parsed.success
    ? []
    : parsed.error.issues.map((issue) => ({
        field: formPath(issue.path.join('.'), record.paths),
        sentence: issue.message,
      }))
}

/** Stands for whatever a name will turn out to mean: names are looked up on the server. */
const ANY = 'any'

/** Problems that can be told without the ledger. */
export const checkForm = (form: ClaimForm): FormIssue[] => {
  const named = new Set(refsOf(form).map(({ path }) => path))
  form.relations.forEach((_, i) => {
    named.add(`relations.${i}.to`)
  })
  return issuesOf(recordOf(form, (path) => (named.has(path) ? ANY : null)))
}
