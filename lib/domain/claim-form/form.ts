/**
 * The form of a claim, as typed: texts only, references by name. What each field may hold is decided when the form is
 * turned into a record (./record); until then everything is kept as it stands.
 */
import { type FormValues, flattened, type Nested, nested } from '../form'

/** A speaker, source or topic that is named in the form: chosen from the ledger, or to be recorded with the claim. */
export interface Ref {
  text: string
  /** The id of what was chosen; empty where only a name was typed. */
  id: string
  /** The id that was picked among several of that name, or `new` for none of them. */
  pick: string
  /** What is to be recorded under the name: a kind of speaker or of source; empty for what is recorded already. */
  make: string
  /** A person’s role, and where. */
  role: string
  org: string
  /** `yes` for an organization that reports news. */
  outlet: string
  /** Of an unnamed speaker: who granted the anonymity, how many they are, and where they are said to work. */
  vouchedBy: string
  headCount: string
  affiliation: string
  /** Of a source: who published it, when, and its address. */
  publisher: string
  date: string
  url: string
}

export interface AppearanceForm {
  source: Ref
  locator: string
  wording: string
  /** Where exactly, as JSON: carried along, not typed. */
  selector: string
}

/** One step of the chain: `from` got it from `to`. */
export interface HopForm {
  from: Ref
  to: Ref
  mode: string
  basis: string
  capacity: string
  capacityOrg: Ref
  wording: string
}

export interface StakeForm {
  party: Ref
  stake: string
  note: string
}

export interface EvidenceForm {
  /** The id of an item that is recorded already. */
  id: string
  relation: string
  target: Ref
  access: string
  basis: string
  capacity: string
  capacityOrg: Ref
  covers: string
  locator: string
  excerpt: string
  selector: string
  note: string
  vouchedBy: Ref
  state: string
  stateNote: string
}

export interface RelationForm {
  kind: string
  /** The address or the id of the other claim. */
  to: string
  note: string
}

export interface ClaimForm {
  statement: string
  quote: string
  quoteSelector: string
  speechAct: string
  speaker: Ref
  capacity: string
  capacityOrg: Ref
  basis: string
  saidOn: string
  venue: string
  place: string
  note: string
  language: string
  topics: Ref[]
  appearances: AppearanceForm[]
  hops: HopForm[]
  stakes: StakeForm[]
  evidence: EvidenceForm[]
  relations: RelationForm[]
  /** Why a published claim is changed. */
  reason: string
  /** The speaker for whom a stake was filled in already. */
  prefilledFor: string
}

const text = (value: Nested | undefined): string => (typeof value === 'string' ? value : '')

type Fields = { [field: string]: Nested }

const fields = (value: Nested | undefined): Fields =>
  typeof value === 'object' && !Array.isArray(value) ? value : {}

const list = (value: Nested | undefined): Nested[] => (Array.isArray(value) ? value : [])

const REF_FIELDS = [
  'text',
  'id',
  'pick',
  'make',
  'role',
  'org',
  'outlet',
  'vouchedBy',
  'headCount',
  'affiliation',
  'publisher',
  'date',
  'url',
] as const satisfies readonly (keyof Ref)[]

/** A reference; a bare text is one by name. */
export const refOf = (value: Nested | undefined): Ref => {
  const given = typeof value === 'string' ? { text: value } : fields(value)
  return Object.fromEntries(REF_FIELDS.map((field) => [field, text(given[field])])) as unknown as Ref
}

/** A reference to what is recorded. */
export const chosen = (id: string, name: string): Ref => ({ ...refOf(name), id })

export const emptyAppearance = (): AppearanceForm => ({
  source: refOf(''),
  locator: '',
  wording: '',
  selector: '',
})
export const emptyHop = (from: Ref = refOf('')): HopForm => ({
  from,
  to: refOf(''),
  mode: '',
  basis: '',
  capacity: '',
  capacityOrg: refOf(''),
  wording: '',
})
export const emptyEvidence = (relation = 'supports'): EvidenceForm => ({
  id: '',
  relation,
  target: refOf(''),
  access: 'public',
  basis: '',
  capacity: '',
  capacityOrg: refOf(''),
  covers: 'whole',
  locator: '',
  excerpt: '',
  selector: '',
  note: '',
  vouchedBy: refOf(''),
  state: '',
  stateNote: '',
})
export const emptyStake = (): StakeForm => ({ party: refOf(''), stake: '', note: '' })
export const emptyRelation = (): RelationForm => ({ kind: 'denies', to: '', note: '' })

/** A form in which nothing is typed yet: a place to write each of the usual things. */
export const emptyClaimForm = (): ClaimForm => ({
  statement: '',
  quote: '',
  quoteSelector: '',
  speechAct: 'assertion',
  speaker: refOf(''),
  capacity: 'personal',
  capacityOrg: refOf(''),
  basis: 'not_stated',
  saidOn: '',
  venue: '',
  place: '',
  note: '',
  language: 'en',
  topics: [refOf('')],
  appearances: [emptyAppearance()],
  hops: [],
  stakes: [],
  evidence: [],
  relations: [],
  reason: '',
  prefilledFor: '',
})

const SINGLE = [
  'statement',
  'quote',
  'quoteSelector',
  'speechAct',
  'capacity',
  'basis',
  'saidOn',
  'venue',
  'place',
  'note',
  'language',
  'reason',
  'prefilledFor',
] as const

/** Reads a posted form; never fails, whatever was posted. */
export const claimFormOf = (values: FormValues): ClaimForm => {
  const given = nested(values)
  const rows = <T>(name: string, read: (row: Fields) => T): T[] =>
    list(given[name]).map((row) => read(fields(row)))
  const lines = <K extends string>(row: Fields, names: readonly K[]) =>
    Object.fromEntries(names.map((name) => [name, text(row[name])])) as Record<K, string>
  return {
    ...(Object.fromEntries(SINGLE.map((name) => [name, text(given[name])])) as Record<
      (typeof SINGLE)[number],
      string
    >),
    speaker: refOf(given.speaker),
    capacityOrg: refOf(given.capacityOrg),
    topics: list(given.topics).map(refOf),
    appearances: rows('appearances', (row) => ({
      source: refOf(row.source),
      ...lines(row, ['locator', 'wording', 'selector']),
    })),
    hops: rows('hops', (row) => ({
      from: refOf(row.from),
      to: refOf(row.to),
      capacityOrg: refOf(row.capacityOrg),
      ...lines(row, ['mode', 'basis', 'capacity', 'wording']),
    })),
    stakes: rows('stakes', (row) => ({ party: refOf(row.party), ...lines(row, ['stake', 'note']) })),
    evidence: rows('evidence', (row) => ({
      target: refOf(row.target),
      capacityOrg: refOf(row.capacityOrg),
      vouchedBy: refOf(row.vouchedBy),
      ...lines(row, [
        'id',
        'relation',
        'access',
        'basis',
        'capacity',
        'covers',
        'locator',
        'excerpt',
        'selector',
        'note',
        'state',
        'stateNote',
      ]),
    })),
    relations: rows('relations', (row) => lines(row, ['kind', 'to', 'note'])),
  }
}

/** The form as posted values; `claimFormOf` reads them back. Items of lists keep their places, empty ones too. */
export const claimFormValues = (form: ClaimForm): FormValues => {
  const marked = (items: readonly object[]) => items.map((item) => ({ ...item, at: '1' }))
  return flattened({
    ...form,
    topics: marked(form.topics),
    appearances: marked(form.appearances),
    hops: marked(form.hops),
    stakes: marked(form.stakes),
    evidence: marked(form.evidence),
    relations: marked(form.relations),
  })
}

/** Whether nothing is named. */
export const isBlank = (ref: Ref): boolean => ref.text.trim() === ''

/** What one row of a list looks like while nothing is typed into it: such rows are left out of the record. */
export const isBlankEvidence = (item: EvidenceForm): boolean =>
  item.id === '' &&
  [item.target.text, item.locator, item.excerpt, item.note].every((typed) => typed.trim() === '')
