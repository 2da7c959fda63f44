/**
 * Writes a ledger many records at a time: the same rows, derivation, index, counters and events as the single
 * commands, in transactions of bounded size. For generators and imports, whose records are already checked.
 */
import { bulkInsert } from '../../db/bulk'
import type { Database, Tx } from '../../db/client'
import { assembleGraph } from '../../db/graph/assemble'
import type { ClaimRow, LinkRow, Rows } from '../../db/graph/rows'
import type { Actor } from '../../domain/actor'
import { countKeys } from '../../domain/derived'
import { newId, slugify } from '../../domain/ids'
import type { ClaimRecord, LinkRecord } from '../../domain/input/claim'
import type { SourceRecord } from '../../domain/input/source'
import type { SpeakerRecord } from '../../domain/input/speaker'
import { sortForm } from '../../domain/sorting'
import { applyCounts, CountDeltas } from '../counts'
import { type EventInput, eventRow } from '../events'
import { deriveLoaded } from '../rederive'
import { claimRow, linkRow, sourceRow, speakerRow } from './rows'

/**
 * Claims in one transaction. A commit writes each page of the indexes that it touched, so five times as many claims
 * cost little more than a thousand; an editor waits behind one for a second at most.
 */
export const BATCH = 5_000

/** What a claim's row holds besides its columns. */
const PARTS = ['stakes', 'topics', 'appearances', 'evidence', 'links', 'corrections', 'overrides']

export interface NodeBatch {
  topics: { id: string; name: string }[]
  speakers: (SpeakerRecord & { id: string })[]
  sources: (SourceRecord & { id: string })[]
  links: LinkRecord[]
}

export class BulkLoader {
  private readonly rows: Rows = {
    claims: new Map(),
    speakers: new Map(),
    sources: new Map(),
    links: new Map(),
    newsroom: null,
  }
  private readonly bySource = new Map<string, LinkRow[]>()
  /** Claim-scoped links by what they say, so that claims that share one are joined to the same row. */
  private readonly shared = new Map<string, string>()
  private readonly slugs = new Set<string>()

  constructor(
    private readonly db: Database,
    private readonly actor: Actor,
  ) {}

  /** An address that this load has not given out; a repeated title gets the end of its id, which is unique. */
  private slug(kind: string, title: string, id: string): string {
    const base = slugify(title)
    const slug = this.slugs.has(`${kind} ${base}`)
      ? `${base.slice(0, 60)}-${id.slice(-10)}`.toLowerCase()
      : base
    this.slugs.add(`${kind} ${slug}`)
    return slug
  }

  private events(events: EventInput[], at: Date) {
    return events.map((event) => eventRow({ actor: this.actor, at }, event))
  }

  /** Writes topics, speakers, sources and whole-source links, before the claims that refer to them. */
  async nodes(batch: NodeBatch): Promise<void> {
    const at = new Date()
    const speakers = batch.speakers.map((s) => speakerRow(s, this.slug('speaker', s.name, s.id), at))
    const sources = batch.sources.map((s) => sourceRow(s, this.slug('source', s.title, s.id), at))
    const links = batch.links.map((link) => linkRow(link, 'source', at))
    for (const row of speakers) this.rows.speakers.set(row.id, row)
    for (const row of sources) this.rows.sources.set(row.id, row)
    for (const row of links) {
      this.rows.links.set(row.id, row)
      const list = this.bySource.get(row.fromId)
      if (list) list.push(row)
      else this.bySource.set(row.fromId, [row])
    }
    const recorded = (
      subjectKind: 'speaker' | 'source',
      id: string,
      summary: string,
      after: object,
    ): EventInput => ({
      kind: `${subjectKind}.recorded`,
      subjectKind,
      subjectId: id,
      version: 1,
      shelf: 'public',
      summary,
      after: { ...after },
    })
    await this.db.write(async (tx) => {
      await bulkInsert(
        tx,
        'Topic',
        batch.topics.map(({ id, name }) => ({
          id,
          name,
          slug: this.slug('topic', name, id),
          sortName: sortForm(name),
          shelf: 'public',
          claimCount: 0,
          version: 1,
        })),
      )
      await bulkInsert(tx, 'Node', [
        ...speakers.map(({ id }) => ({ id, kind: 'speaker' })),
        ...sources.map(({ id }) => ({ id, kind: 'source' })),
      ])
      await bulkInsert(tx, 'Speaker', speakers, ['roles'])
      await bulkInsert(
        tx,
        'Role',
        speakers.flatMap((row) => row.roles),
      )
      await bulkInsert(tx, 'Source', sources)
      await bulkInsert(tx, 'Link', links)
      await bulkInsert(
        tx,
        'Event',
        this.events(
          [
            ...batch.speakers.map((s) => recorded('speaker', s.id, s.name, s)),
            ...batch.sources.map((s) => recorded('source', s.id, s.title, s)),
          ],
          at,
        ),
      )
    })
  }

  private joined(record: ClaimRecord, fresh: LinkRow[], at: Date): string[] {
    return record.links.map((link) => {
      const key = JSON.stringify([
        link.from,
        link.to,
        link.mode,
        link.basis,
        link.capacity,
        link.capacityOrg,
        link.wording,
      ])
      const known = this.shared.get(key)
      if (known) return known
      const row = linkRow(link, 'claims', at)
      fresh.push(row)
      this.rows.links.set(row.id, row)
      this.shared.set(key, row.id)
      return row.id
    })
  }

  /** Writes claims with everything under them, BATCH in a transaction. */
  async claims(records: readonly (ClaimRecord & { id: string })[], shelf = 'public'): Promise<void> {
    for (let start = 0; start < records.length; start += BATCH)
      await this.claimBatch(records.slice(start, start + BATCH), shelf)
  }

  private async claimBatch(records: readonly (ClaimRecord & { id: string })[], shelf: string): Promise<void> {
    const at = new Date()
    const links: LinkRow[] = []
    const rows: ClaimRow[] = []
    const facets: { claimId: string; kind: string; value: string; shelf: string; saidFrom: number }[] = []
    const deltas = new CountDeltas()
    const events: ReturnType<typeof eventRow>[] = []
    const changes: object[] = []
    for (const record of records) {
      const speakerName = record.speaker ? (this.rows.speakers.get(record.speaker)?.name ?? null) : null
      const slug = this.slug('claim', record.statement, record.id)
      const row = claimRow(record, { slug, shelf, speakerName, linkIds: this.joined(record, links, at), at })
      this.rows.claims.set(row.id, row)
      const { derived, hash } = deriveLoaded(row, assembleGraph(this.rows, row.id, this.bySource).graph)
      this.rows.claims.delete(row.id)
      rows.push(Object.assign(row, derived.columns, { inputsHash: hash }))
      for (const { kind, value } of derived.facets)
        facets.push({ claimId: row.id, kind, value, shelf, saidFrom: row.saidFrom })
      if (shelf === 'public') deltas.add(countKeys(row, derived.facets), derived.columns.shownStatus, 1)
      const event = eventRow(
        { actor: this.actor, at },
        {
          kind: 'claim.recorded',
          subjectKind: 'claim',
          subjectId: row.id,
          version: 1,
          shelf,
          summary: row.statement,
          after: { ...record, slug },
        },
      )
      events.push(event)
      changes.push({ eventId: event.id, claimId: row.id, at, before: null, after: derived.columns.status })
    }
    await this.db.write(async (tx) => {
      await this.insertClaims(tx, rows, records)
      await bulkInsert(tx, 'Link', links)
      await bulkInsert(
        tx,
        'LinkClaim',
        rows.flatMap((row) =>
          [...new Set(row.links.map((l) => l.linkId))].map((linkId) => ({ claimId: row.id, linkId })),
        ),
      )
      await bulkInsert(tx, 'ClaimFacet', facets)
      await bulkInsert(tx, 'Event', events)
      await bulkInsert(tx, 'StatusChange', changes)
      await applyCounts(tx, deltas)
    })
  }

  private async insertClaims(tx: Tx, rows: ClaimRow[], records: readonly ClaimRecord[]): Promise<void> {
    await bulkInsert(tx, 'Claim', rows, PARTS)
    await bulkInsert(
      tx,
      'Stake',
      rows.flatMap((row) => row.stakes),
    )
    await bulkInsert(
      tx,
      'ClaimTopic',
      rows.flatMap((row) => row.topics.map(({ topicId }) => ({ claimId: row.id, topicId }))),
    )
    await bulkInsert(
      tx,
      'Appearance',
      rows.flatMap((row) => row.appearances),
    )
    await bulkInsert(
      tx,
      'Evidence',
      rows.flatMap((row) => row.evidence),
    )
    await bulkInsert(
      tx,
      'ClaimRelation',
      rows.flatMap((row, i) =>
        (records[i]?.relations ?? []).map(({ to, kind, note }) => ({
          id: newId(),
          fromId: row.id,
          toId: to,
          kind,
          note,
        })),
      ),
    )
  }
}
