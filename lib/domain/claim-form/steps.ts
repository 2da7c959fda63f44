/** What the buttons of the form do without JavaScript: each saves the draft and changes the list that it names. */
import { CHECKABLE_ACTS } from '../vocabulary'
import {
  type ClaimForm,
  emptyAppearance,
  emptyEvidence,
  emptyHop,
  emptyRelation,
  emptyStake,
  type Ref,
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

/** Records of a party that it has no stake, where the rules would take it to benefit. */
const withoutStake = (form: ClaimForm, party: Ref) => ({
  form: { ...form, stakes: [...form.stakes, { ...emptyStake(), party, stake: 'none' }] },
  at: `stakes.${form.stakes.length}`,
})

/**
 * A news organization has no stake in what it says until somebody records one: the row is filled in once for each
 * speaker that is chosen, and can be changed or taken out.
 * @param isOutlet whether an id is a news organization's
 */
export const prefilled = (form: ClaimForm, isOutlet: (id: string) => boolean): ClaimForm => {
  const { speaker, stakes, speechAct, prefilledFor } = form
  if (!(CHECKABLE_ACTS as readonly string[]).includes(speechAct || 'assertion')) return form
  if (!speaker.id || speaker.id === prefilledFor || !isOutlet(speaker.id)) return form
  const known = stakes.some(({ party }) => party.id === speaker.id || party.text === speaker.text)
  return { ...(known ? form : withoutStake(form, speaker).form), prefilledFor: speaker.id }
}

/**
 * Adds to a list or takes from it.
 * @param step `add.evidence.supports`, `add.hops`, `remove.hops.2`, `restates.` and a claim’s address,
 * `stake.` and a name
 * @returns the changed form and where its writer is to go on; null where the step is none of these
 */
export const stepped = (form: ClaimForm, step: string): { form: ClaimForm; at: string } | null => {
  const [verb, name, detail] = step.split('.')
  if (verb === 'restates' && name) return restating(form, name)
  if (verb === 'stake' && name) return withoutStake(form, refOf(step.slice('stake.'.length)))
  if (!isList(name)) return null
  const items: readonly object[] = form[name]
  if (verb === 'add')
    return { form: { ...form, [name]: [...items, fresh(form, name, detail)] }, at: `${name}.${items.length}` }
  const index = Number(detail)
  if (verb !== 'remove' || !Number.isInteger(index) || !items[index]) return null
  return { form: { ...form, [name]: items.filter((_, i) => i !== index) }, at: name }
}
