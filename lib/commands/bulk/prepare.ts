/**
 * Makes a ledger ready to be written many records at a time: the same rows, derivation, index, counters and events as
 * the single commands. It touches no database, so it can run in another thread than the one that writes (./write).
 * For generators and imports, whose records are already checked.
 */
import { type PackedRows, packed } from '../../db/bulk'
import { assembleGraph } from '../../db/graph/assemble'
import type { ClaimRow, LinkRow, Rows } from '../../db/graph/rows'
import type { Actor } from '../../domain/actor'
import { linkKey } from '../../domain/claim-record'
import { countKeys } from '../../domain/counted'
import { newId, slugify } from '../../domain/ids'
import type { ClaimRecord, LinkRecord } from '../../domain/input/claim'
import type { SourceRecord } from '../../domain/input/source'
import type { SpeakerRecord } from '../../domain/input/speaker'
import { sortForm } from '../../domain/sorting'
import { type CountChange, CountDeltas } from '../counts'
import { type EventInput, eventRow } from '../events'
import { deriveLoaded } from '../rederive'
import { packedSample, type SampleRows, sampleRows } from '../sample'
import { claimRow, IN_PUBLIC, linkRow, type Place, sourceRow, speakerRow } from './rows'

/** What a claim's row holds besides its columns. */
const PARTS = ['stakes', 'topics', 'appearances', 'evidence', 'links', 'corrections', 'overrides']

export interface NodeBatch {
  topics: { id: string; name: string }[]
  speakers: (SpeakerRecord & { id: string })[]
  sources: (SourceRecord & { id: string })[]
  links: LinkRecord[]
}

/** A link's row as it is recorded; the columns hold what the vocabularies allow. */
const recordedLink = (row: LinkRow) =>
  ({ ...row, from: row.fromId, to: row.toId, capacityOrg: row.capacityOrgId }) as object as LinkRecord

/** What one transaction writes, in an order that foreign keys allow. */
export interface Prepared {
  tables: PackedRows[]
  counts: CountChange[]
  /** Claims among it. */
  claims: number
}

export class BulkPreparer {
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
    private readonly actor: Actor,
    private readonly place: Place = IN_PUBLIC,
  ) {}

  /** Tells what is recorded already of what the coming claims refer to. */
  known(rows: Rows): void {
    for (const name of ['speakers', 'sources', 'links'] as const)
      for (const [id, row] of rows[name]) (this.rows[name] as Map<string, unknown>).set(id, row)
    this.rows.newsroom = rows.newsroom
    for (const row of rows.links.values())
      if (row.scope === 'source') this.join(row)
      else this.shared.set(linkKey(recordedLink(row)), row.id)
  }

  /** Tells which addresses are taken already. */
  taken(kind: 'claim' | 'speaker' | 'source' | 'topic', slugs: Iterable<string>): void {
    for (const slug of slugs) this.slugs.add(`${kind} ${slug}`)
  }

  private join(row: LinkRow): void {
    const list = this.bySource.get(row.fromId)
    if (list) list.push(row)
    else this.bySource.set(row.fromId, [row])
  }

  /** An address that this load has not given out; a repeated title gets the end of its id, which is unique. */
  private slug(kind: string, title: string, id: string): string {
    const base = slugify(title)
    const slug = this.slugs.has(`${kind} ${base}`)
      ? `${base.slice(0, 60).replace(/-$/, '')}-${id.slice(-10)}`.toLowerCase()
      : base
    this.slugs.add(`${kind} ${slug}`)
    return slug
  }

  private events(events: EventInput[], at: Date) {
    return events.map((event) => eventRow({ actor: this.actor, at }, event))
  }

  /** Topics, speakers, sources and whole-source links, before the claims that refer to them. */
  nodes({ topics = [], speakers = [], sources = [], links = [] }: Partial<NodeBatch>): Prepared {
    const at = new Date()
    const speakerRows = speakers.map((s) => speakerRow(s, this.slug('speaker', s.name, s.id), at))
    const sourceRows = sources.map((s) => sourceRow(s, this.slug('source', s.title, s.id), at))
    const linkRows = links.map((link) => linkRow(link, 'source', at))
    for (const row of speakerRows) this.rows.speakers.set(row.id, row)
    for (const row of sourceRows) this.rows.sources.set(row.id, row)
    for (const row of linkRows) {
      this.rows.links.set(row.id, row)
      this.join(row)
    }
    const recorded = (
      subjectKind: 'speaker' | 'source' | 'topic',
      id: string,
      summary: string,
      after: object,
    ): EventInput => ({
      kind: `${subjectKind}.recorded`,
      subjectKind,
      subjectId: id,
      version: 1,
      shelf: this.place.shelf,
      summary,
      after: { ...after },
    })
    const events = this.events(
      [
        ...speakers.map((s) => recorded('speaker', s.id, s.name, s)),
        ...sources.map((s) => recorded('source', s.id, s.title, s)),
        ...topics.map((topic) => recorded('topic', topic.id, topic.name, topic)),
      ],
      at,
    )
    const topicRows = topics.map(({ id, name }) => ({
      id,
      name,
      slug: this.slug('topic', name, id),
      sortName: sortForm(name),
      shelf: this.place.shelf,
      claimCount: 0,
      version: 1,
    }))
    const tables = [
      packed('Topic', topicRows),
      packed('Node', [
        ...speakerRows.map(({ id }) => ({ id, kind: 'speaker' })),
        ...sourceRows.map(({ id }) => ({ id, kind: 'source' })),
      ]),
      packed('Speaker', speakerRows, ['roles']),
      packed(
        'Role',
        speakerRows.flatMap((row) => row.roles),
      ),
      packed('Source', sourceRows),
      packed('Link', linkRows),
      packed('Event', events),
    ]
    return { tables, counts: [], claims: 0 }
  }

  private joined(record: ClaimRecord, fresh: LinkRow[], at: Date): string[] {
    return record.links.map((link) => {
      const key = linkKey(link)
      const known = this.shared.get(key)
      if (known) return known
      const row = linkRow(link, 'claims', at)
      fresh.push(row)
      this.rows.links.set(row.id, row)
      this.shared.set(key, row.id)
      return row.id
    })
  }

  /** Claims with everything under them, for one transaction. */
  claims(
    records: readonly (ClaimRecord & { id: string })[],
    shelf: Place['shelf'] = this.place.shelf,
  ): Prepared {
    const at = new Date()
    const links: LinkRow[] = []
    const rows: ClaimRow[] = []
    const facets: { claimId: string; kind: string; value: string; shelf: string; saidFrom: number }[] = []
    const deltas = new CountDeltas()
    const events: ReturnType<typeof eventRow>[] = []
    const changes: object[] = []
    const sample: SampleRows[] = []
    for (const record of records) {
      const speakerName = record.speaker ? (this.rows.speakers.get(record.speaker)?.name ?? null) : null
      const slug = this.slug('claim', record.slug ?? record.statement, record.id)
      const row = claimRow(record, {
        ...this.place,
        slug,
        shelf,
        speakerName,
        linkIds: this.joined(record, links, at),
        at,
      })
      this.rows.claims.set(row.id, row)
      const { derived, hash } = deriveLoaded(row, assembleGraph(this.rows, row.id, this.bySource).graph)
      this.rows.claims.delete(row.id)
      rows.push(Object.assign(row, derived.columns, { inputsHash: hash }))
      for (const { kind, value } of derived.facets)
        facets.push({ claimId: row.id, kind, value, shelf, saidFrom: row.saidFrom })
      if (shelf === 'public') {
        deltas.add(countKeys(row, derived.facets), derived.columns.shownStatus, 1)
        const sampled = sampleRows(row, derived.facets, derived.columns.shownStatus)
        if (sampled) sample.push(sampled)
      }
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
    const joins = rows.flatMap((row) =>
      [...new Set(row.links.map((l) => l.linkId))].map((linkId) => ({ claimId: row.id, linkId })),
    )
    const tables = [
      ...claimTables(rows, records),
      packed('Link', links),
      packed('LinkClaim', joins),
      packed('ClaimFacet', facets),
      ...packedSample(sample),
      packed('Event', events),
      packed('StatusChange', changes),
    ]
    return { tables, counts: deltas.entries(), claims: rows.length }
  }
}

const claimTables = (rows: readonly ClaimRow[], records: readonly ClaimRecord[]): PackedRows[] => {
  const topics = rows.flatMap((row) => row.topics.map(({ topicId }) => ({ claimId: row.id, topicId })))
  const relations = rows.flatMap((row, i) =>
    (records[i]?.relations ?? []).map(({ to, kind, note }) => ({
      id: newId(),
      fromId: row.id,
      toId: to,
      kind,
      note,
    })),
  )
  return [
    packed('Claim', rows, PARTS),
    packed(
      'Stake',
      rows.flatMap((row) => row.stakes),
    ),
    packed('ClaimTopic', topics),
    packed(
      'Appearance',
      rows.flatMap((row) => row.appearances),
    ),
    packed(
      'Evidence',
      rows.flatMap((row) => row.evidence),
    ),
    packed('ClaimRelation', relations),
  ]
}
