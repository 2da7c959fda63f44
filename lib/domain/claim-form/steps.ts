/** What the buttons of the form do without JavaScript: each saves the draft and changes the list that it names. */
import {
  type ClaimForm,
  emptyAppearance,
  emptyEvidence,
  emptyHop,
  emptyRelation,
  emptyStake,
  refOf,
} from './form'

export const LISTS = ['topics', 'appearances', 'hops', 'stakes', 'evidence', 'relations'] as const
export type ListName = (typeof LISTS)[number]

const isList = (name: string | undefined): name is ListName =>
  (LISTS as readonly string[]).includes(name ?? '')

/** A hop goes on from where the last one ended, or from where the claim appeared. */
export const nextHop = (form: ClaimForm) =>
  emptyHop(form.hops.at(-1)?.to ?? form.appearances.at(-1)?.source ?? refOf(''))

const fresh = (form: ClaimForm, name: ListName, detail: string | undefined): object => {
  if (name === 'topics') return refOf('')
  if (name === 'appearances') return emptyAppearance()
  if (name === 'hops') return nextHop(form)
  if (name === 'stakes') return emptyStake()
  if (name === 'evidence') return emptyEvidence(detail)
  return emptyRelation()
}

/** Says that the claim repeats another one; said twice it stands once. */
const restating = (form: ClaimForm, slug: string) => {
  const known = form.relations.findIndex(({ kind, to }) => kind === 'restates' && to === slug)
  const relation = { ...emptyRelation(), kind: 'restates', to: slug }
  return known >= 0
    ? { form, at: `relations.${known}` }
    : {
        form: { ...form, relations: [...form.relations, relation] },
        at: `relations.${form.relations.length}`,
      }
}

/**
 * Adds to a list or takes from it.
 * @param step `add.evidence.supports`, `add.hops`, `remove.hops.2`, `restates.` and the address of a claim
 * @returns the changed form and where its writer is to go on; null where the step is none of these
 */
export const stepped = (form: ClaimForm, step: string): { form: ClaimForm; at: string } | null => {
  const [verb, name, detail] = step.split('.')
  if (verb === 'restates' && name) return restating(form, name)
  if (!isList(name)) return null
  const items: readonly object[] = form[name]
  if (verb === 'add')
    return { form: { ...form, [name]: [...items, fresh(form, name, detail)] }, at: `${name}.${items.length}` }
  const index = Number(detail)
  if (verb !== 'remove' || !Number.isInteger(index) || !items[index]) return null
  return { form: { ...form, [name]: items.filter((_, i) => i !== index) }, at: name }
}
