/**
 * The teaching ledger: the worked cases of the sourcing rules as claims, clearly fictional, on a shelf of their own
 * outside every public list, count, search and feed.
 */
import { recordClaim } from '../../lib/commands/claims/record'
import { recordLink } from '../../lib/commands/links'
import { recordSource } from '../../lib/commands/sources'
import { recordSpeaker } from '../../lib/commands/speakers'
import type { Database } from '../../lib/db/client'
import type { Actor } from '../../lib/domain/actor'
import { REFUSED_ACCESS } from '../../lib/domain/vocabulary'
import { type WorkedCase, workedCases } from '../../lib/domain/worked-cases'
import { must } from '../must'

type Fields = Record<string, unknown>
const shelf = 'teaching' as const

/** Organizations first, then people, then unnamed groups: each refers only to what stands before it. */
const ORDER = ['organization', 'person', 'anonymous']

/** Ids are prefixed with the case, since the cases reuse them. */
const own = (n: number) => (id: unknown) => (typeof id === 'string' ? `case-${n}-${id}` : id)

const parties = (fields: Fields, names: string[], id: (value: unknown) => unknown): Fields => ({
  ...fields,
  ...Object.fromEntries(names.filter((name) => fields[name]).map((name) => [name, id(fields[name])])),
})

/** The parts of a case, whose ids are rewritten whatever their fields. */
const partsOf = (part: object | undefined): [string, Fields][] =>
  Object.entries((part ?? {}) as Record<string, Fields>)
const listOf = (part: readonly object[] | undefined): Fields[] => (part ?? []) as Fields[]

const loadCase = async (db: Database, actor: Actor, worked: WorkedCase): Promise<string | null> => {
  const { n, title, words, input } = worked
  const id = own(n)
  const speakers = partsOf(input.speakers)
  speakers.sort(([, a], [, b]) => ORDER.indexOf(a.kind as string) - ORDER.indexOf(b.kind as string))
  const publishers = new Set(partsOf(input.sources).map(([, source]) => source.publisher))
  for (const [key, speaker] of speakers) {
    const roles = ((speaker.roles ?? []) as Fields[]).map((role) => parties(role, ['org'], id))
    const record = {
      ...parties(speaker, ['vouchedBy', 'affiliation'], id),
      roles,
      id: id(key),
      slug: id(key),
      shelf,
    }
    must(
      await recordSpeaker(db, actor, { ...record, outlet: publishers.has(key) } as never),
      `case ${n}, ${key}`,
    )
  }
  for (const [key, source] of partsOf(input.sources)) {
    const record = { ...parties(source, ['publisher', 'issuer'], id), id: id(key), slug: id(key), shelf }
    must(await recordSource(db, actor, record as never), `case ${n}, ${key}`)
  }
  const links = listOf(input.links).map((link) => parties(link, ['from', 'to', 'capacityOrg'], id))
  for (const { claimId, ...link } of links)
    if (!claimId) must(await recordLink(db, actor, { ...link, shelf } as never), `case ${n}, a link`)
  const claim = input.claim as unknown as Fields
  const refused = REFUSED_ACCESS as readonly string[]
  const evidence = listOf(input.evidence)
    .filter((item) => !refused.includes(item.access as string))
    .map((item) => ({ ...parties(item, ['target', 'vouchedBy', 'capacityOrg'], id), id: id(`e${item.id}`) }))
  const result = await recordClaim(db, actor, {
    ...parties(claim, ['speaker', 'capacityOrg'], id),
    id: `case-${n}`,
    slug: `case-${n}`,
    shelf,
    statement: `Worked case ${n}, invented: ${title}`,
    note: words,
    stakes: ((claim.stakes ?? []) as Fields[]).map((stake) => parties(stake, ['party'], id)),
    appearances: ((claim.appearsIn ?? []) as string[]).map((source) => ({ source: id(source) })),
    links: links.flatMap(({ claimId, ...link }) => (claimId ? [link] : [])),
    evidence,
  } as never)
  if (result.ok) return null
  if (result.refusal.code === 'refused_access') return `case ${n}: ${result.refusal.sentence}`
  return must(result, `case ${n}`)
}

/**
 * Loads the teaching ledger.
 * @returns a line for each case that the desk refuses to record as it stands (a name on background), with its sentence
 */
export const loadTeaching = async (db: Database, actor: Actor): Promise<string[]> => {
  const refused: string[] = []
  for (const worked of workedCases) {
    const line = await loadCase(db, actor, worked)
    if (line) refused.push(line)
  }
  return refused
}
