/** Proves that what is stored of every claim is what the rules say now, and that every counter and the sample are right. */
import type { Database, Reader } from '../db/client'
import { assembleGraph, wholeSourceLinks } from '../db/graph/assemble'
import { loadRows } from '../db/graph/load'
import type { ClaimRow } from '../db/graph/rows'
import { countKeys } from '../domain/counted'
import { FAMILIES, type Status } from '../domain/sourcing/types'
import { CountDeltas } from './counts'
import { deriveLoaded } from './rederive'
import { type SampleRows, sampleRows } from './sample'

/** One thing that is not as it should be. */
export interface Wrong {
  /** The claim's id, or the counter's key. */
  at: string
  what: string
  stored: string
  derived: string
}

/** Claims in one read: bounds memory on a ledger of any size. */
const BATCH = 500

const show = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

const facetText = (facets: { kind: string; value: string }[]) =>
  facets
    .map((f) => `${f.kind} ${f.value}`)
    .sort()
    .join('\n')

const checkClaim = (
  claim: ClaimRow,
  derived: ReturnType<typeof deriveLoaded>,
  facets: { kind: string; value: string; shelf: string; saidFrom: number }[],
): Wrong[] => {
  const wrong: Wrong[] = []
  const expect = (what: string, stored: unknown, wanted: unknown) => {
    if (stored !== wanted) wrong.push({ at: claim.id, what, stored: show(stored), derived: show(wanted) })
  }
  for (const [name, value] of Object.entries(derived.derived.columns))
    expect(name, claim[name as keyof ClaimRow], value)
  expect('inputsHash', claim.inputsHash, derived.hash)
  expect('facets', facetText(facets), facetText(derived.derived.facets))
  for (const facet of facets) {
    expect(`shelf of facet ${facet.kind} ${facet.value}`, facet.shelf, claim.shelf)
    expect(`day of facet ${facet.kind} ${facet.value}`, facet.saidFrom, claim.saidFrom)
  }
  return wrong
}

const checkCounters = async (reader: Reader, counts: CountDeltas): Promise<Wrong[]> => {
  const wrong: Wrong[] = []
  const key = (row: { within: string; facet: string; value: string; status: string }) =>
    [row.facet, row.value, row.status, ...(row.within ? ['within', row.within] : [])].join(' ')
  const wanted = new Map(counts.entries().map((row) => [key(row), row.n]))
  const totals = {
    speaker: new Map<string, number>(),
    source: new Map<string, number>(),
    topic: new Map<string, number>(),
  }
  const unsupported = new Map<string, number>()
  for (const { within, facet, value, status, n } of counts.entries()) {
    if (within !== '') continue
    const total = totals[facet as keyof typeof totals]
    total?.set(value, (total.get(value) ?? 0) + n)
    if (facet === 'speaker' && FAMILIES[status as Status] === 'unsupported')
      unsupported.set(value, (unsupported.get(value) ?? 0) + n)
  }
  for (const row of await reader.claimCount.findMany()) {
    const n = wanted.get(key(row)) ?? 0
    if (n !== row.n) wrong.push({ at: key(row), what: 'counter', stored: String(row.n), derived: String(n) })
    wanted.delete(key(row))
  }
  for (const [at, n] of wanted) wrong.push({ at, what: 'counter', stored: 'none', derived: String(n) })
  const total = (at: string, what: string, stored: number, derived = 0) => {
    if (stored !== derived) wrong.push({ at, what, stored: String(stored), derived: String(derived) })
  }
  const select = { id: true, claimCount: true } as const
  for (const row of await reader.speaker.findMany({ select: { ...select, unsupportedCount: true } })) {
    total(row.id, 'claims of the speaker', row.claimCount, totals.speaker.get(row.id))
    total(row.id, 'unsupported claims of the speaker', row.unsupportedCount, unsupported.get(row.id))
  }
  for (const row of await reader.source.findMany({ select }))
    total(row.id, 'claims of the source', row.claimCount, totals.source.get(row.id))
  for (const row of await reader.topic.findMany({ select }))
    total(row.id, 'claims of the topic', row.claimCount, totals.topic.get(row.id))
  return wrong
}

/** What the sample holds of claims, as text by claim id. */
const sampleTexts = (
  claims: readonly { claimId: string; keys: string }[],
  keys: readonly { claimId: string; facet: string; value: string; rank: number }[],
): Map<string, string> => {
  const texts = new Map(claims.map((row) => [row.claimId, [row.keys]]))
  for (const { claimId, facet, value, rank } of keys) {
    const lines = texts.get(claimId) ?? ['no row of its own']
    texts.set(claimId, lines)
    lines.push(`${facet} ${value} ${rank}`)
  }
  return new Map([...texts].map(([id, lines]) => [id, lines.sort().join('\n')]))
}

const checkSample = async (reader: Reader, sample: readonly SampleRows[]): Promise<Wrong[]> => {
  const stored = sampleTexts(await reader.claimSample.findMany(), await reader.sampleKey.findMany())
  const derived = sampleTexts(
    sample.map(({ claim }) => claim),
    sample.flatMap(({ keys }) => keys),
  )
  return [...new Set([...stored.keys(), ...derived.keys()])]
    .filter((id) => stored.get(id) !== derived.get(id))
    .map((at) => ({
      at,
      what: 'sample',
      stored: stored.get(at) ?? 'none',
      derived: derived.get(at) ?? 'none',
    }))
}

/**
 * Derives every claim again and compares.
 * @returns how many claims were looked at, and everything that differs; nothing is changed
 */
export const checkDerivation = async (db: Database): Promise<{ claims: number; wrong: Wrong[] }> => {
  const counts = new CountDeltas()
  const sample: SampleRows[] = []
  const wrong: Wrong[] = []
  let claims = 0
  let after = ''
  for (;;) {
    const page = await db.reader.claim.findMany({
      where: { id: { gt: after } },
      orderBy: { id: 'asc' },
      take: BATCH,
      select: { id: true },
    })
    const last = page.at(-1)
    if (!last) break
    after = last.id
    claims += page.length
    const ids = page.map((row) => row.id)
    const rows = await loadRows(db.reader, ids)
    const bySource = wholeSourceLinks(rows)
    const facets = await db.reader.claimFacet.findMany({ where: { claimId: { in: ids } } })
    for (const claim of rows.claims.values()) {
      const derived = deriveLoaded(claim, assembleGraph(rows, claim.id, bySource).graph)
      wrong.push(
        ...checkClaim(
          claim,
          derived,
          facets.filter((f) => f.claimId === claim.id),
        ),
      )
      if (claim.shelf !== 'public') continue
      const { facets: found, columns } = derived.derived
      counts.add(countKeys(claim, found), columns.shownStatus, 1)
      const sampled = sampleRows(claim, found, columns.shownStatus)
      if (sampled) sample.push(sampled)
    }
  }
  wrong.push(...(await checkCounters(db.reader, counts)), ...(await checkSample(db.reader, sample)))
  return { claims, wrong }
}
