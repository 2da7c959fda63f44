/** Claims, with their evidence and what carried them. */
import { z } from 'zod'
import { editableClaim } from '../claim-record'
import { DOCUMENTS } from '../data'
import { claimInput, evidenceInput } from '../input/claim'
import { prose } from '../input/parts'
import { operation } from './operation'
import { because, count, reason, recordOf, saved, text } from './parts'

/** The record as it is read back: every field is there. */
const claimRecord = z.record(z.string(), z.unknown())
const stored = saved.extend({ status: text('the sourcing status that the rules derive now') })
const moved = saved.extend({ state: text('draft, submitted, published, withdrawn or hidden') })

const move = <B extends z.ZodType>(
  name: string,
  summary: string,
  body: B,
  scope: 'claims' | 'publish' = 'claims',
) =>
  operation({
    method: 'POST',
    path: `/claims/{claim}/${name}`,
    summary,
    scope,
    versioned: true,
    body,
    status: 200,
    answer: moved,
  })

const nothing = z.object({})

export const CLAIMS = {
  listClaims: operation({
    method: 'GET',
    path: '/claims',
    summary: 'Lists published claims: the same filters, order and pages as the list for readers.',
    scope: null,
    query: {
      speaker: 'Whose; the last part of a speaker’s address. Repeatable, as all filters are.',
      topic: 'About what.',
      source: 'Appears in or rests on this source.',
      status: 'Sourcing status; `unsupported` stands for four of them.',
      flag: 'A mark beside the status.',
      act: 'The kind of statement.',
      basis: 'How the speaker knows.',
      q: 'Words that are searched for.',
      from: 'Said from this day on (EDTF).',
      to: 'Said up to this day (EDTF).',
      sort: 'saidOn, recorded, speaker, status or origins; a minus turns it round.',
      per: 'Rows on a page, 10 to 200.',
      after: 'Where the page begins; taken from `links.next`.',
      before: 'Where it ends; taken from `links.prev`.',
    },
    status: 200,
    answer: DOCUMENTS.claims,
  }),
  getClaim: operation({
    method: 'GET',
    path: '/claims/{claim}',
    summary:
      'Gives a claim as readers see it: its status and why, its chain, evidence, verdicts and history.',
    scope: null,
    standing: true,
    status: 200,
    answer: DOCUMENTS.claim,
  }),
  getClaimRecord: operation({
    method: 'GET',
    path: '/claims/{claim}/record',
    summary: 'Gives a claim as editors wrote it, with ids; also drafts that the owner of the key may change.',
    scope: 'read',
    standing: true,
    status: 200,
    answer: recordOf(claimRecord, {
      slug: text('the last part of its address'),
      state: text('draft, submitted, published, withdrawn or hidden'),
    }),
  }),
  recordClaim: operation({
    method: 'POST',
    path: '/claims',
    summary:
      'Records a claim as a draft, or publishes it at once where the owner of the key may do so alone.',
    scope: 'claims',
    body: claimInput.extend({
      publish: z
        .boolean()
        .default(false)
        .describe('whether readers see it at once; also needs the scope `publish`'),
    }),
    status: 201,
    answer: stored,
    example: { statement: 'The office granted forty permits.', speaker: 'SPEAKER-ID', saidOn: '2024-05-01' },
  }),
  editClaim: operation({
    method: 'PUT',
    path: '/claims/{claim}/record',
    summary: 'Replaces what is recorded of a claim. What is left out is taken away.',
    scope: 'claims',
    versioned: true,
    body: editableClaim.extend({ reason }),
    status: 200,
    answer: stored,
    example: { statement: 'The office granted forty-one permits.', reason: 'The register was misread.' },
  }),
  listEvidence: operation({
    method: 'GET',
    path: '/claims/{claim}/evidence',
    summary: 'Lists the evidence of a claim as editors wrote it.',
    scope: 'read',
    standing: true,
    status: 200,
    answer: z.object({
      version: count('the version of the claim'),
      data: z.array(z.record(z.string(), z.unknown())).describe('items of evidence, in their order'),
    }),
  }),
  addEvidence: operation({
    method: 'POST',
    path: '/claims/{claim}/evidence',
    summary: 'Adds an item of evidence at the end.',
    scope: 'claims',
    versioned: true,
    body: evidenceInput.extend({ reason }),
    status: 201,
    answer: stored.extend({ evidence: text('the id of the item') }),
    example: { relation: 'supports', target: 'SOURCE-ID', reason: 'The register was found.' },
  }),
  editEvidence: operation({
    method: 'PUT',
    path: '/claims/{claim}/evidence/{evidence}',
    summary: 'Replaces an item of evidence; withdrawing one is its state `withdrawn` with a note.',
    scope: 'claims',
    versioned: true,
    body: evidenceInput.omit({ id: true }).extend({ reason }),
    status: 200,
    answer: stored.extend({ evidence: text('the id of the item') }),
  }),
  submitClaim: move('submit', 'Asks somebody else to look at a draft.', nothing),
  returnClaim: move(
    'return',
    'Gives a submitted claim back to its writer, with what is still to be done.',
    z.object({ comment: prose(4000, 'The comment').describe('what is still to be done') }),
  ),
  publishClaim: move('publish', 'Puts a claim before readers.', nothing, 'publish'),
  hideClaim: move(
    'hide',
    'Takes a published claim from readers while it is looked into.',
    because,
    'publish',
  ),
  withdrawClaim: move('withdraw', 'Takes a claim out of the ledger; its address says why.', because),
  reopenClaim: move(
    'reopen',
    'Brings a hidden or withdrawn claim back.',
    because.extend({ to: z.enum(['published', 'draft']).describe('where to') }),
    'publish',
  ),
}
