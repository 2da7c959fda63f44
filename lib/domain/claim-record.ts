/** What editors record of a claim, in one form: so that two records of it can be compared field by field. */
import {
  appearanceInput,
  type ClaimInput,
  type ClaimRecord,
  claimInput,
  evidenceInput,
  linkInput,
} from './input/claim'

/** The fields that an edit replaces; the id and the address stay. */
export const editableClaim = claimInput.omit({ id: true, slug: true })
export type EditableClaim = Omit<ClaimRecord, 'id' | 'slug'>
export type EditableInput = Omit<ClaimInput, 'id' | 'slug'>
export type ClaimField = keyof EditableClaim

export const CLAIM_FIELDS = Object.keys(editableClaim.shape) as ClaimField[]

const inOrder = <T>(items: readonly T[], key: (item: T) => string): T[] =>
  [...items].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))

/** What two links must have in common to say the same; the id is only a name. */
export const linkKey = (link: EditableClaim['links'][number]): string =>
  JSON.stringify([
    link.from,
    link.to,
    link.mode,
    link.basis,
    link.capacity,
    link.capacityOrg ?? null,
    link.wording ?? null,
  ])

const STAKE = ['party', 'stake', 'note']
const RELATION = ['to', 'kind', 'note']
const APPEARANCE = Object.keys(appearanceInput.shape)
const EVIDENCE = Object.keys(evidenceInput.shape)
const LINK = Object.keys(linkInput.shape)

/** An object with its fields in this order: one text for one meaning. */
const ordered = <T extends object>(value: T, fields: readonly string[]): T =>
  Object.fromEntries(
    fields.filter((field) => field in value).map((field) => [field, value[field as keyof T]]),
  ) as T

/**
 * The record with its lists in a fixed order where order means nothing, and each thing once. Where it means something
 * (appearances, evidence) it stays.
 */
export const canonicalClaim = (record: EditableClaim): EditableClaim => {
  const links = new Map(record.links.map(({ id: _id, ...link }) => [linkKey(link), ordered(link, LINK)]))
  const lists = {
    topics: [...new Set(record.topics)].sort(),
    stakes: inOrder(record.stakes, ({ party }) => party).map((stake) => ordered(stake, STAKE)),
    relations: inOrder(record.relations, ({ to, kind }) => `${to} ${kind}`).map((relation) =>
      ordered(relation, RELATION),
    ),
    appearances: record.appearances.map((appearance) => ordered(appearance, APPEARANCE)),
    links: inOrder([...links.values()], linkKey),
    evidence: record.evidence.map((item) => ordered(item, EVIDENCE)),
  }
  return ordered({ ...record, ...lists }, CLAIM_FIELDS)
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** The fields in which two canonical records differ. */
export const changedFields = (before: EditableClaim, after: EditableClaim): ClaimField[] =>
  CLAIM_FIELDS.filter((field) => !same(before[field], after[field]))

/** Only these fields of a record. */
export const fieldsOf = (
  record: EditableClaim,
  fields: readonly ClaimField[],
): Partial<Record<ClaimField, unknown>> => Object.fromEntries(fields.map((field) => [field, record[field]]))

/** Whether two records say the same, whatever ids their evidence has. */
export const sayTheSame = (a: EditableClaim, b: EditableClaim): boolean => {
  const unnamed = (record: EditableClaim) =>
    canonicalClaim({ ...record, evidence: record.evidence.map(({ id: _id, ...item }) => item) })
  return changedFields(unnamed(a), unnamed(b)).length === 0
}
