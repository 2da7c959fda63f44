import { z } from 'zod'
import {
  basis,
  capacity,
  covers,
  evidenceRelation,
  evidenceState,
  linkMode,
  REFUSED_ACCESS,
  relationKind,
  STORED_ACCESS,
  speechAct,
  stake,
} from '../vocabulary'
import { edtf, fragment, id, language, line, maybe, prose, selector } from './parts'

/** Why off-the-record material is not stored at all (rules.md §1, Evidence). */
export const REFUSED_ACCESS_SENTENCE =
  'What was told off the record or on deep background is not stored here, so that it can never leak or be asked for. Leave it out, or agree other terms with the source.'

const access = z
  .enum([...STORED_ACCESS, ...REFUSED_ACCESS])
  .superRefine((terms, context) => {
    if ((REFUSED_ACCESS as readonly string[]).includes(terms))
      context.addIssue({
        code: 'custom',
        message: REFUSED_ACCESS_SENTENCE,
        params: { refusal: 'refused_access' },
      })
  })
  // Who asks what may be written is told only what is taken.
  .meta({ enum: [...STORED_ACCESS] }) as unknown as z.ZodType<
  (typeof STORED_ACCESS)[number],
  (typeof STORED_ACCESS)[number]
>

const terms = {
  basis: basis.default('not_stated'),
  capacity: capacity.default('personal'),
  capacityOrg: maybe(id),
}

/** "Got it from", with the claims that it is limited to; none means: for everything that `from` says. */
export const linkInput = z.object({
  id: id.optional(),
  from: id,
  to: id,
  mode: linkMode,
  ...terms,
  wording: maybe(line(120, 'The verb used')),
})

export const evidenceInput = z.object({
  id: id.optional(),
  relation: evidenceRelation,
  covers: covers.default('whole'),
  target: maybe(id),
  ...terms,
  access: access.default('public'),
  state: evidenceState.default('active'),
  stateNote: maybe(prose(1000, 'The reason')),
  excerpt: maybe(fragment),
  selector: selector.nullable().default(null),
  locator: maybe(line(200, 'The locator')),
  note: maybe(prose(2000, 'The note')),
  vouchedBy: maybe(id),
})

export const appearanceInput = z.object({
  source: id,
  locator: maybe(line(200, 'The locator')),
  selector: selector.nullable().default(null),
  wording: maybe(line(120, 'The verb used')),
})

export const claimInput = z.object({
  id: id.optional(),
  slug: z.string().max(80).optional(),
  statement: line(1000, 'The statement'),
  quote: maybe(fragment),
  quoteSelector: selector.nullable().default(null),
  speechAct: speechAct.default('assertion'),
  speaker: maybe(id),
  ...terms,
  stakes: z
    .array(z.object({ party: id, stake, note: maybe(line(500, 'The note on a stake')) }))
    .max(50)
    .default([]),
  saidOn: maybe(edtf),
  venue: maybe(line(300, 'The venue')),
  place: maybe(line(300, 'The place')),
  note: maybe(prose(2000, 'The note')),
  language: language.default('en'),
  topics: z.array(id).max(30).default([]),
  relations: z
    .array(z.object({ to: id, kind: relationKind, note: maybe(line(500, 'The note on a relation')) }))
    .max(50)
    .default([]),
  appearances: z.array(appearanceInput).max(200).default([]),
  links: z.array(linkInput).max(500).default([]),
  evidence: z.array(evidenceInput).max(500).default([]),
})

export type ClaimInput = z.input<typeof claimInput>
export type ClaimRecord = z.infer<typeof claimInput>
export type LinkInput = z.input<typeof linkInput>
export type LinkRecord = z.infer<typeof linkInput>
export type EvidenceRecord = z.infer<typeof evidenceInput>
export type AppearanceRecord = z.infer<typeof appearanceInput>
