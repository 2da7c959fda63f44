import { z } from 'zod'
import { roleKind, SPEAKER_KINDS } from '../vocabulary'
import { address, edtf, id, line, maybe, prose } from './parts'

const role = z.object({
  org: id,
  title: maybe(line(200, 'The title of a role')),
  kind: roleKind.default('other'),
  from: maybe(edtf),
  to: maybe(edtf),
  ended: z.boolean().default(false),
})

const headCount = z
  .object({
    wording: line(120, 'The head-count'),
    min: z.int().min(1).nullable().default(null),
    max: z.int().min(1).nullable().default(null),
  })
  .refine(
    ({ min, max }) => min === null || max === null || min <= max,
    'The head-count’s minimum is above its maximum.',
  )

const policyLink = z.object({ kind: line(60, 'The kind of a policy'), url: address })

/** What may be recorded of a speaker, of whatever kind; `refineByKind` refuses what the kind cannot have. */
const fields = z.object({
  id: id.optional(),
  kind: z.enum(SPEAKER_KINDS),
  name: line(300, 'The name'),
  description: maybe(prose(2000, 'The description')),
  identityNote: maybe(prose(1000, 'The note on identity')),
  outlet: z.boolean().default(false),
  group: maybe(id),
  headCount: headCount.nullable().default(null),
  vouchedBy: maybe(id),
  affiliation: maybe(id),
  anonymityReason: maybe(prose(500, 'The reason for anonymity')),
  mayOverlap: z.array(id).max(50).default([]),
  roles: z.array(role).max(100).default([]),
  aliases: z.array(line(300, 'Another name')).max(50).default([]),
  sameAs: z.array(address).max(50).default([]),
  wikidataId: maybe(z.string().regex(/^Q[1-9]\d{0,11}$/, 'A Wikidata id looks like Q42.')),
  policyLinks: z.array(policyLink).max(20).default([]),
})

type Fields = z.infer<typeof fields>

/** [refused when, field, sentence]: which fields a kind of speaker cannot have (rules.md §1, Speaker). */
const REFUSALS: [(s: Fields) => boolean, keyof Fields, string][] = [
  [
    (s) => s.kind === 'anonymous' && !s.vouchedBy,
    'vouchedBy',
    'Say which outlet granted the anonymity: an unnamed speaker has exactly one that vouches for it.',
  ],
  [
    (s) => s.kind === 'anonymous' && (s.sameAs.length > 0 || !!s.wikidataId),
    'sameAs',
    'An unnamed speaker has no addresses or Wikidata id: they could say who it is.',
  ],
  [
    (s) => s.kind === 'anonymous' && s.aliases.length > 0,
    'aliases',
    'An unnamed speaker has no other names: they could say who it is.',
  ],
  [
    (s) => s.kind === 'anonymous' && s.roles.length > 0,
    'roles',
    'An unnamed speaker has an affiliation, not roles.',
  ],
  [(s) => s.kind !== 'anonymous' && !!s.vouchedBy, 'vouchedBy', 'Only an unnamed speaker is vouched for.'],
  [(s) => s.kind !== 'anonymous' && !!s.headCount, 'headCount', 'Only an unnamed group has a head-count.'],
  [
    (s) => s.kind !== 'anonymous' && !!s.affiliation,
    'affiliation',
    'A named speaker has roles, not an affiliation.',
  ],
  [
    (s) => s.kind !== 'anonymous' && !!s.anonymityReason,
    'anonymityReason',
    'Only an unnamed speaker has a reason for anonymity.',
  ],
  [
    (s) => s.kind !== 'anonymous' && s.mayOverlap.length > 0,
    'mayOverlap',
    'Only unnamed groups may overlap.',
  ],
  [
    (s) => s.kind !== 'organization' && s.outlet,
    'outlet',
    'Only an organization can be a news organization.',
  ],
  [
    (s) => s.kind !== 'organization' && !!s.group,
    'group',
    'Only an organization belongs to an independence group.',
  ],
  [
    (s) => s.kind !== 'organization' && s.policyLinks.length > 0,
    'policyLinks',
    'Only an organization has policies.',
  ],
  [
    (s) => s.kind === 'organization' && s.roles.length > 0,
    'roles',
    'An organization holds no roles; its people do.',
  ],
]

export const speakerInput = fields.superRefine((speaker, context) => {
  for (const [refused, path, message] of REFUSALS)
    if (refused(speaker)) context.addIssue({ code: 'custom', path: [path], message })
})

export type SpeakerInput = z.input<typeof speakerInput>
export type SpeakerRecord = z.infer<typeof speakerInput>
