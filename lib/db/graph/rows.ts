/** The rows that make up a claim's graph, as one typed selection each, so that pages and commands read the same. */
import type { Prisma } from '../generated/sqlite/client'

export const claimParts = {
  stakes: { orderBy: { partyId: 'asc' } },
  topics: { select: { topicId: true } },
  appearances: { orderBy: { position: 'asc' } },
  evidence: { orderBy: [{ position: 'asc' }, { id: 'asc' }] },
  links: { select: { linkId: true } },
  corrections: { select: { sourceId: true } },
  overrides: { where: { liftedAt: null }, orderBy: { at: 'desc' }, take: 1 },
} satisfies Prisma.ClaimInclude

export const speakerParts = { roles: { orderBy: { position: 'asc' } } } satisfies Prisma.SpeakerInclude

export type ClaimRow = Prisma.ClaimGetPayload<{ include: typeof claimParts }>
export type SpeakerRow = Prisma.SpeakerGetPayload<{ include: typeof speakerParts }>
export type SourceRow = Prisma.SourceGetPayload<object>
export type LinkRow = Prisma.LinkGetPayload<object>

/** Everything that a set of claims touches, by id. */
export interface Rows {
  claims: Map<string, ClaimRow>
  speakers: Map<string, SpeakerRow>
  sources: Map<string, SourceRow>
  links: Map<string, LinkRow>
  newsroom: string | null
}
