/** The names in a claim's form, as the records that they mean. */
import type { Database } from '../../db/client'
import { type ClaimForm, claimFormOf, claimFormValues, type Ref } from '../../domain/claim-form/form'
import { type Fresh, FreshNodes } from '../../domain/claim-form/fresh'
import { KINDS_OF, type RefKind, refsOf } from '../../domain/claim-form/record'
import { prefilled } from '../../domain/claim-form/steps'
import { one } from '../../domain/form'
import { sortForm } from '../../domain/sorting'
import { type Candidate, resolveName, searchNodes } from '../resolve'
import { namesByIds } from './editable'

export interface FieldProblem {
  /** The form's path of the field: `hops.0.to`. */
  field: string
  sentence: string
  /** What the name may mean. */
  candidates?: Candidate[]
  /** Whether saying what it is would record it. */
  unknown?: boolean
}

export interface ResolvedForm {
  /** The form with the ids of what its names mean. */
  form: ClaimForm
  ids: Map<string, string>
  fresh: Fresh[]
  problems: FieldProblem[]
}

const TYPES: Record<RefKind, Fresh['type'][]> = {
  speaker: ['speaker'],
  source: ['source'],
  topic: ['topic'],
  node: ['speaker', 'source'],
}

const folded = (text: string) =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').toLowerCase().trim()

const quotedName = (ref: Ref) => `“${ref.text.trim()}”`

const UNKNOWN: Record<RefKind, (ref: Ref) => string> = {
  speaker: (ref) =>
    `Nobody is recorded as ${quotedName(ref)}. Say what it is, and it is recorded with the claim.`,
  source: (ref) =>
    `No source is recorded as ${quotedName(ref)}. Say what it is, and it is recorded with the claim.`,
  topic: (ref) => `There is no topic ${quotedName(ref)} yet. Confirm it, and it is recorded with the claim.`,
  node: (ref) =>
    `Nothing is recorded as ${quotedName(ref)}. Say what it is, and it is recorded with the claim.`,
}

/** Looks among everything that a form may name. */
const FORM = { kind: 'system', name: 'form' } as const
/** Records that are offered where a name is only part of theirs. */
const LIKELY = 5

/** What one reference means: an id, something to be recorded, or a question to its writer. */
const meaningOf = async (
  db: Database,
  ref: Ref,
  takes: RefKind,
  nameOf: (id: string) => string | undefined,
): Promise<{ id: string } | { make: true } | { problem: Omit<FieldProblem, 'field'> }> => {
  if (ref.pick && ref.pick !== 'new') return { id: ref.pick }
  // Without JavaScript a name can be changed while the id of the former choice is still in the page.
  if (ref.id && folded(nameOf(ref.id) ?? ref.text) === folded(ref.text)) return { id: ref.id }
  const found = await resolveName(db, KINDS_OF[takes], ref.text)
  const candidates =
    found.kind === 'one'
      ? [found.node]
      : found.kind === 'many'
        ? found.candidates
        : await searchNodes(db, FORM, ref.text, KINDS_OF[takes], LIKELY)
  const same = candidates.filter(({ name, slug }) => folded(name) === folded(ref.text) || slug === ref.text)
  if (ref.pick !== 'new') {
    if (same.length === 1 && same[0]) return { id: same[0].id }
    if (candidates.length > 0 && !ref.make)
      return { problem: { sentence: `Which of these is ${quotedName(ref)}?`, candidates, unknown: true } }
    // One of that very name is there already, perhaps recorded by somebody else meanwhile.
    if (same.length > 1)
      return {
        problem: {
          sentence: `More than one is recorded as ${quotedName(ref)}. Which is it?`,
          candidates: same,
          unknown: true,
        },
      }
  }
  return ref.make ? { make: true } : { problem: { sentence: UNKNOWN[takes](ref), unknown: true } }
}

/** Organizations by the names that the form gives them in passing: an employer, a publisher, who vouches. */
const organizationsIn = async (
  db: Database,
  refs: readonly Ref[],
): Promise<(name: string) => string | null> => {
  const names = new Set(
    refs.flatMap(({ make, org, vouchedBy, affiliation, publisher }) =>
      make ? [org, vouchedBy, affiliation, publisher].filter((name) => name.trim() !== '') : [],
    ),
  )
  const known = new Map<string, string>()
  for (const name of names) {
    const found = await resolveName(db, ['organization'], name)
    const candidates = found.kind === 'one' ? [found.node] : found.kind === 'many' ? found.candidates : []
    const exact = candidates.find((candidate) => folded(candidate.name) === folded(name))
    if (exact) known.set(sortForm(name), exact.id)
  }
  return (name) => known.get(sortForm(name)) ?? null
}

/** The claim behind an address, a slug or an id. */
const claimOf = async (db: Database, typed: string): Promise<string | null> => {
  const slug = /\/claims\/([^/?#]+)/.exec(typed)?.[1] ?? typed.trim()
  const claim = await db.reader.claim.findFirst({
    where: { OR: [{ id: slug }, { slug }], shelf: { in: ['public', 'desk'] } },
    select: { id: true },
  })
  return claim?.id ?? null
}

/** Looks up every name of a form, and fills in what follows from them. Nothing is written. */
export const resolveForm = async (db: Database, typed: ClaimForm): Promise<ResolvedForm> => {
  const refs = refsOf(typed)
  const names = await namesByIds(
    db.reader,
    refs.flatMap(({ ref }) => [ref.id, ref.pick].filter((id) => id !== '' && id !== 'new')),
  )
  const ids = new Map<string, string>()
  const problems: FieldProblem[] = []
  const nodes = new FreshNodes(
    await organizationsIn(
      db,
      refs.map(({ ref }) => ref),
    ),
  )
  const values = claimFormValues(typed)
  const meant = []
  for (const { path, ref, takes } of refs)
    meant.push({ path, ref, takes, meaning: await meaningOf(db, ref, takes, (id) => names.get(id)) })
  for (const { path, ref, meaning } of meant) if ('make' in meaning) ids.set(path, nodes.id(ref))
  for (const { path, ref, takes, meaning } of meant) {
    if ('make' in meaning) continue
    // Said elsewhere in the form what it is.
    const here = 'problem' in meaning ? nodes.named(ref.text, TYPES[takes]) : null
    if (here) ids.set(path, here)
    else if ('problem' in meaning) problems.push({ field: path, ...meaning.problem })
    else {
      ids.set(path, meaning.id)
      const name = names.get(meaning.id)
      values[`${path}.id`] = [meaning.id]
      delete values[`${path}.pick`]
      delete values[`${path}.make`]
      if (name) values[`${path}.text`] = [name]
    }
  }
  for (const [i, { to }] of typed.relations.entries()) {
    if (to.trim() === '') continue
    const id = await claimOf(db, to)
    if (id) ids.set(`relations.${i}.to`, id)
    else
      problems.push({
        field: `relations.${i}.to`,
        sentence: `No claim is recorded at “${one(values, `relations.${i}.to`)}”. Paste the address of its page.`,
      })
  }
  const named = claimFormOf(values)
  const outlet = await db.reader.speaker.findFirst({
    where: { id: named.speaker.id, outlet: true },
    select: { id: true },
  })
  const form = prefilled(named, (id) => id === outlet?.id)
  if (outlet && form.stakes.length > named.stakes.length)
    ids.set(`stakes.${named.stakes.length}.party`, outlet.id)
  return { form, ids, fresh: nodes.list(), problems }
}
