/** Every value of every closed vocabulary can be said in words, and nothing is said of a value that does not exist. */
import { describe, expect, it } from 'vitest'
import { EXCLUSIONS, FAMILY_NAMES, FLAGS, RULES, STATUSES } from '../../lib/domain/sourcing/types'
import * as words from '../../lib/domain/vocabulary'
import messages from '../../messages/en.json'

type Words = { [key: string]: string | Words }

const LABELS: [namespace: string, values: readonly string[]][] = [
  ['status', [...STATUSES, 'unsupported']],
  ['statusMeaning', STATUSES],
  ['family', FAMILY_NAMES],
  ['rule', RULES],
  ['flag', FLAGS],
  ['flagMeaning', FLAGS],
  ['exclusion', EXCLUSIONS],
  ['act', words.SPEECH_ACTS],
  ['basis', words.BASES],
  ['capacity', words.CAPACITIES],
  ['access', words.STORED_ACCESS],
  ['stake', words.STAKES],
  ['mode', [...words.LINK_MODES, 'publishes']],
  ['sourceKind', words.SOURCE_KINDS],
  ['sourceKinds', words.SOURCE_KINDS],
  ['sourceStatus', words.SOURCE_STATUSES],
  ['authenticity', words.AUTHENTICITIES],
  ['speakerKind', words.SPEAKER_KINDS],
  ['speakerKinds', words.SPEAKER_KINDS],
  ['roleKind', words.ROLE_KINDS],
  ['relation.out', words.RELATION_KINDS],
  ['relation.in', words.RELATION_KINDS],
  ['identityKind', words.IDENTITY_KINDS],
  ['evidenceRelation', words.EVIDENCE_RELATIONS],
  ['evidenceState', words.EVIDENCE_STATES],
  ['covers', words.COVERS],
  ['claimState', words.CLAIM_STATES],
  ['query.acts', words.SPEECH_ACTS],
  ['query.families', FAMILY_NAMES],
  ['query.bases', words.BASES],
  [
    'query.dropped',
    ['unknown_key', 'unknown_value', 'repeated', 'too_many', 'bad_cursor', 'no_words', 'only_two'],
  ],
]

const at = (path: string): Words =>
  path.split('.').reduce((part, name) => part[name] as Words, messages as Words)

it.each(LABELS)('%s', (namespace, values) => {
  expect(Object.keys(at(namespace)).sort()).toEqual([...values].sort())
})

/** The words of the sourcing rules, §2.6, which readers of any ledger by these rules will know. */
it('calls the statuses what the rules call them', () => {
  expect(Object.values(at('status')).map((label) => String(label).replaceAll('’', "'"))).toEqual([
    'On record',
    'Independently confirmed',
    'One source',
    'Unnamed sources only',
    'Sources disagree',
    'Sources say otherwise',
    "Speaker's own word",
    'Repeated, origin unknown',
    'Sources cite each other',
    'No source',
    'Not a factual claim',
    'Unsupported',
  ])
})

describe('meanings', () => {
  it.each(['statusMeaning', 'flagMeaning', 'rule'])('%s: one plain sentence each', (namespace) => {
    for (const text of Object.values(at(namespace))) expect(text).toMatch(/^[A-Z][^\n]*[.]$/)
  })
})
