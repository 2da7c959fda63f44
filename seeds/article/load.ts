/**
 * The ledger of the article that this project began from: 42 claims, loaded through the commands that editors use.
 * The statements are in our own words; quotes are fragments of at most ten words.
 */
import { readFileSync } from 'node:fs'
import { recordClaim } from '../../lib/commands/claims/record'
import { recordLink } from '../../lib/commands/links'
import { recordSource } from '../../lib/commands/sources'
import { recordGroup, recordSpeaker } from '../../lib/commands/speakers'
import { recordTopic } from '../../lib/commands/topics'
import type { Database } from '../../lib/db/client'
import type { Actor } from '../../lib/domain/actor'
import type { ClaimInput, LinkInput } from '../../lib/domain/input/claim'
import type { SourceInput } from '../../lib/domain/input/source'
import type { SpeakerInput } from '../../lib/domain/input/speaker'
import { must } from '../must'

export interface Expected {
  status: string
  rule: string
  origins: { supports: number; contradicts: number } | null
  flags: string[]
}

type SeedClaim = Omit<ClaimInput, 'relations'> & {
  slug: string
  restates?: string
  denies?: string
  expected: Expected
}

export interface SeedLedger {
  groups: Record<string, { name: string; note?: string }>
  topics: Record<string, string>
  speakers: Record<string, SpeakerInput>
  sources: Record<string, SourceInput>
  links: LinkInput[]
  claims: SeedClaim[]
}

/** The ledger as it is written down. */
export const articleLedger = (): SeedLedger =>
  JSON.parse(readFileSync(new URL('ledger.json', import.meta.url), 'utf8')) as SeedLedger

/** Organizations first, then people, then unnamed groups: each refers only to what stands before it. */
const ORDER = ['organization', 'person', 'anonymous']
const inOrder = (speakers: Record<string, SpeakerInput>) =>
  Object.entries(speakers).sort(([, a], [, b]) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))

const relations = ({ restates, denies }: SeedClaim) => [
  ...(restates ? [{ to: restates, kind: 'restates' as const }] : []),
  ...(denies ? [{ to: denies, kind: 'denies' as const }] : []),
]

/** Claims that refer to others come after those. */
const referringLast = (claims: SeedClaim[]) =>
  [...claims].sort((a, b) => relations(a).length - relations(b).length)

/** Loads the article's ledger. @throws if a command refuses a part of it */
export const loadArticle = async (db: Database, actor: Actor): Promise<void> => {
  const ledger = articleLedger()
  for (const [id, group] of Object.entries(ledger.groups))
    must(await recordGroup(db, actor, { id, ...group }), id)
  for (const [id, name] of Object.entries(ledger.topics))
    must(await recordTopic(db, actor, { id: `topic-${id}`, slug: id, name }), id)
  for (const [id, speaker] of inOrder(ledger.speakers))
    must(await recordSpeaker(db, actor, { id, slug: id, ...speaker }), id)
  for (const [id, source] of Object.entries(ledger.sources))
    must(await recordSource(db, actor, { id, slug: id, ...source }), id)
  for (const link of ledger.links) must(await recordLink(db, actor, link), `${link.from} → ${link.to}`)
  for (const claim of referringLast(ledger.claims)) {
    const { expected: _expected, restates: _restates, denies: _denies, topics, ...input } = claim
    const filed = topics?.map((topic) => `topic-${topic}`)
    must(
      await recordClaim(db, actor, { id: claim.slug, ...input, topics: filed, relations: relations(claim) }),
      claim.slug,
    )
  }
}
