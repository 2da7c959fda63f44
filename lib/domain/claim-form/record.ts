/** A form as the record that the command takes, once every reference has an id. */
import { readDate } from '../edtf'
import type { ClaimInput, ClaimRecord } from '../input/claim'
import type { NameKind } from '../name-kinds'
import { type ClaimForm, chosen, isBlank, isBlankEvidence, type Ref, refOf } from './form'

/** Every reference of a form with the path of its field. */
export const refsOf = (form: ClaimForm): { path: string; ref: Ref; takes: RefKind }[] => {
  const refs: { path: string; ref: Ref; takes: RefKind }[] = [
    { path: 'speaker', ref: form.speaker, takes: 'speaker' },
    { path: 'capacityOrg', ref: form.capacityOrg, takes: 'speaker' },
    ...form.topics.map((ref, i) => ({ path: `topics.${i}`, ref, takes: 'topic' as const })),
    ...form.appearances.map(({ source }, i) => ({
      path: `appearances.${i}.source`,
      ref: source,
      takes: 'source' as const,
    })),
    ...form.hops.flatMap(({ from, to, capacityOrg }, i) => [
      { path: `hops.${i}.from`, ref: from, takes: 'node' as const },
      { path: `hops.${i}.to`, ref: to, takes: 'node' as const },
      { path: `hops.${i}.capacityOrg`, ref: capacityOrg, takes: 'speaker' as const },
    ]),
    ...form.stakes.map(({ party }, i) => ({
      path: `stakes.${i}.party`,
      ref: party,
      takes: 'speaker' as const,
    })),
    ...form.evidence.flatMap(({ target, capacityOrg, vouchedBy }, i) => [
      { path: `evidence.${i}.target`, ref: target, takes: 'node' as const },
      { path: `evidence.${i}.capacityOrg`, ref: capacityOrg, takes: 'speaker' as const },
      { path: `evidence.${i}.vouchedBy`, ref: vouchedBy, takes: 'speaker' as const },
    ]),
  ]
  return refs.filter(({ ref }) => !isBlank(ref))
}

/** What a reference may point at; a node is a speaker or a source. */
export type RefKind = 'speaker' | 'source' | 'topic' | 'node'

/** What each is looked up among. */
export const KINDS_OF: Record<RefKind, readonly NameKind[]> = {
  speaker: ['speaker'],
  source: ['source'],
  topic: ['topic'],
  node: ['speaker', 'source'],
}

/** A date as people type it becomes EDTF; what cannot be read stays as it is, for the record to refuse it. */
const date = (typed: string): string => {
  if (typed.trim() === '') return ''
  const read = readDate(typed)
  return read.ok ? read.edtf : typed
}

/** What is carried along as JSON; the record refuses what is no selector. */
const selector = (json: string): unknown => {
  if (json === '') return null
  try {
    return JSON.parse(json)
  } catch {
    return json
  }
}

const or = <T extends string>(typed: string, standard: T): string => (typed === '' ? standard : typed)

/**
 * The record of a form. Rows in which nothing is typed are left out.
 * @param idOf the id of the reference at a path; null for a blank one
 * @returns the raw input of recordClaim, still to be checked, and the form's path of each of its list items
 */
export const recordOf = (
  form: ClaimForm,
  idOf: (path: string) => string | null,
): { input: ClaimInput; paths: Record<string, string> } => {
  const paths: Record<string, string> = {}
  const kept = <T>(
    name: string,
    items: readonly T[],
    blank: (item: T) => boolean,
    as = name,
  ): [T, number][] => {
    const rows = items.map((item, i): [T, number] => [item, i]).filter(([item]) => !blank(item))
    for (const [place, [, i]] of rows.entries()) paths[`${as}.${place}`] = `${name}.${i}`
    return rows
  }
  const input = {
    statement: form.statement,
    quote: form.quote,
    quoteSelector: selector(form.quoteSelector),
    speechAct: or(form.speechAct, 'assertion'),
    speaker: idOf('speaker'),
    basis: or(form.basis, 'not_stated'),
    capacity: or(form.capacity, 'personal'),
    capacityOrg: idOf('capacityOrg'),
    saidOn: date(form.saidOn),
    venue: form.venue,
    place: form.place,
    note: form.note,
    language: or(form.language, 'en'),
    topics: kept('topics', form.topics, isBlank).map(([, i]) => idOf(`topics.${i}`) ?? ''),
    appearances: kept('appearances', form.appearances, ({ source }) => isBlank(source)).map(([item, i]) => ({
      source: idOf(`appearances.${i}.source`) ?? '',
      locator: item.locator,
      wording: item.wording,
      selector: selector(item.selector),
    })),
    links: kept('hops', form.hops, ({ from, to }) => isBlank(from) && isBlank(to), 'links').map(
      ([hop, i]) => ({
        from: idOf(`hops.${i}.from`) ?? '',
        to: idOf(`hops.${i}.to`) ?? '',
        mode: or(hop.mode, 'attributes'),
        basis: or(hop.basis, 'not_stated'),
        capacity: or(hop.capacity, 'personal'),
        capacityOrg: idOf(`hops.${i}.capacityOrg`),
        wording: hop.wording,
      }),
    ),
    stakes: kept('stakes', form.stakes, ({ party }) => isBlank(party)).map(([item, i]) => ({
      party: idOf(`stakes.${i}.party`) ?? '',
      stake: or(item.stake, 'none'),
      note: item.note,
    })),
    evidence: kept('evidence', form.evidence, isBlankEvidence).map(([item, i]) => ({
      ...(item.id ? { id: item.id } : {}),
      relation: item.relation,
      target: idOf(`evidence.${i}.target`),
      access: or(item.access, 'public'),
      basis: or(item.basis, 'not_stated'),
      capacity: or(item.capacity, 'personal'),
      capacityOrg: idOf(`evidence.${i}.capacityOrg`),
      covers: or(item.covers, 'whole'),
      locator: item.locator,
      excerpt: item.excerpt,
      selector: selector(item.selector),
      note: item.note,
      vouchedBy: idOf(`evidence.${i}.vouchedBy`),
      state: or(item.state, 'active'),
      stateNote: item.stateNote,
    })),
    relations: kept('relations', form.relations, ({ to }) => to.trim() === '').map(([item, i]) => ({
      kind: item.kind,
      to: idOf(`relations.${i}.to`) ?? '',
      note: item.note,
    })),
  }
  return { input: input as unknown as ClaimInput, paths }
}

/**
 * The form of a claim that is recorded, for editing it.
 * @param nameOf the name of what an id stands for
 */
export const formFrom = (claim: ClaimRecord, nameOf: (id: string) => string): ClaimForm => {
  const ref = (id: string | null) => (id ? chosen(id, nameOf(id)) : refOf(''))
  const json = (value: unknown) => (value ? JSON.stringify(value) : '')
  return {
    statement: claim.statement,
    quote: claim.quote ?? '',
    quoteSelector: json(claim.quoteSelector),
    speechAct: claim.speechAct,
    speaker: ref(claim.speaker),
    capacity: claim.capacity,
    capacityOrg: ref(claim.capacityOrg),
    basis: claim.basis,
    saidOn: claim.saidOn ?? '',
    venue: claim.venue ?? '',
    place: claim.place ?? '',
    note: claim.note ?? '',
    language: claim.language,
    topics: claim.topics.map(ref),
    appearances: claim.appearances.map(({ source, locator, wording, selector: at }) => ({
      source: ref(source),
      locator: locator ?? '',
      wording: wording ?? '',
      selector: json(at),
    })),
    hops: claim.links.map(({ from, to, mode, basis, capacity, capacityOrg, wording }) => ({
      from: ref(from),
      to: ref(to),
      mode,
      basis,
      capacity,
      capacityOrg: ref(capacityOrg),
      wording: wording ?? '',
    })),
    stakes: claim.stakes.map(({ party, stake, note }) => ({ party: ref(party), stake, note: note ?? '' })),
    evidence: claim.evidence.map((item) => ({
      id: item.id ?? '',
      relation: item.relation,
      target: ref(item.target),
      access: item.access,
      basis: item.basis,
      capacity: item.capacity,
      capacityOrg: ref(item.capacityOrg),
      covers: item.covers,
      locator: item.locator ?? '',
      excerpt: item.excerpt ?? '',
      selector: json(item.selector),
      note: item.note ?? '',
      vouchedBy: ref(item.vouchedBy),
      state: item.state,
      stateNote: item.stateNote ?? '',
    })),
    relations: claim.relations.map(({ kind, to, note }) => ({ kind, to, note: note ?? '' })),
    reason: '',
    // What is recorded of stakes was decided before.
    prefilledFor: claim.speaker ?? '',
  }
}

/** The path of a field of the record as the form names it: `links.0.to` is `hops.2.to`. */
export const formPath = (field: string, paths: Record<string, string>): string => {
  const [list, place, ...rest] = field.split('.')
  const known = place === undefined ? undefined : paths[`${list}.${place}`]
  return known ? [known, ...rest].join('.') : field
}
