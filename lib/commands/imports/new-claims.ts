/** New claims of a batch with everything that they name for the first time, written many at a time. */
import { bulkInsert } from '../../db/bulk'
import { loadAround } from '../../db/graph/load'
import type { Rows } from '../../db/graph/rows'
import { indexedTogether } from '../../db/search/together'
import { canonicalClaim } from '../../domain/claim-record'
import { newId, slugify } from '../../domain/ids'
import type { ClaimDraft } from '../../domain/import/draft'
import { claimRecordOf } from '../../domain/import/record'
import type { ClaimRecord } from '../../domain/input/claim'
import { BulkPreparer, type Prepared } from '../bulk/prepare'
import { applyCounts, CountDeltas } from '../counts'
import type { Batch } from './batch'
import { wordingOf } from './known'
import { gather, type NewNodes } from './names'
import { Reviews } from './reviews'

interface Waiting {
  draft: ClaimDraft
  record: ClaimRecord & { id: string }
  line: number
}

/** A draft with what its wording says in place of what it leaves out. */
export const worded = (batch: Batch, draft: ClaimDraft, line: number): ClaimDraft | null => {
  if (draft.wording === null) return draft
  const wording = wordingOf(batch.known, draft.wording)
  if (wording)
    return {
      ...draft,
      statement: draft.statement || wording.statement,
      note: draft.note ?? wording.note,
      topics: [...new Set([...draft.topics, ...wording.topics])],
    }
  const sentence = `Nothing is known in this collection under “${draft.wording.slice(0, 80)}”.`
  const statement = draft.statement || draft.quote
  batch.problems.push({
    line,
    field: 'wordings',
    sentence: statement ? `${sentence} Its quote was taken for the claim.` : sentence,
    skips: !statement,
  })
  return statement ? { ...draft, statement } : null
}

/** The record of a claim, with ids for all that it names; null with a problem where one cannot be told. */
export const identified = (
  batch: Batch,
  draft: ClaimDraft,
  line: number,
  ownId: string,
): ClaimRecord | null => {
  const { names, known, problems } = batch
  const speaker = draft.speaker ? names.speaker(draft.speaker) : null
  if (speaker && 'problem' in speaker) {
    problems.push({ line, field: 'speaker', sentence: speaker.problem, skips: true })
    return null
  }
  const sources: string[] = []
  const kept = draft.sources.filter((source) => {
    const found = names.source(source)
    if ('problem' in found) problems.push({ line, field: 'sources', sentence: found.problem, skips: false })
    else sources.push(found.id)
    return !('problem' in found)
  })
  const first = draft.wording === null ? null : (known.get('wording', draft.wording)?.subjectId ?? null)
  const made = claimRecordOf(
    { ...draft, sources: kept },
    {
      speaker: speaker?.id ?? null,
      sources,
      topics: draft.topics.map((topic) => names.topic(topic)),
      restates: first === ownId ? null : first,
    },
  )
  for (const problem of made.problems) problems.push({ ...problem, line })
  return made.record
}

export class ClaimWriter {
  private readonly waiting: Waiting[] = []
  readonly reviews: Reviews

  constructor(private readonly batch: Batch) {
    this.reviews = new Reviews(batch)
  }

  add(given: ClaimDraft, line: number): void {
    const draft = worded(this.batch, given, line)
    if (!draft) return
    const id = draft.own?.id ?? newId()
    const said = identified(this.batch, draft, line, id)
    if (!said) return
    const record = draft.own ? { ...said, slug: draft.own.slug } : said
    if (draft.wording !== null) this.batch.known.firstSaid(draft.wording, id)
    this.waiting.push({ draft, record: { ...record, id }, line })
    this.reviews.add(
      { id, statement: record.statement, shelf: this.batch.settings.place.shelf, saidOn: record.saidOn },
      draft.reviews,
      line,
    )
    this.batch.known.remember(given, { subjectId: id, record: canonicalClaim(record) })
    this.batch.report.created++
  }

  private get claims(): (ClaimRecord & { id: string })[] {
    return this.waiting.map(({ record }) => record)
  }

  /** Ids of what claims and verdicts refer to. */
  private used(): Set<string> {
    const ids = new Set<string>(this.reviews.reviewers())
    for (const { speaker, topics, appearances } of this.claims)
      for (const id of [speaker, ...topics, ...appearances.map(({ source }) => source)]) if (id) ids.add(id)
    return ids
  }

  /** What is recorded of the nodes, and the links between them that claims may share. */
  private async around(nodes: readonly string[]): Promise<Rows> {
    const { tx } = this.batch.context
    const rows = await loadAround(tx, nodes)
    const from = this.claims.flatMap(({ links }) => links.map((link) => link.from))
    const links = await gather(from, (some) =>
      tx.link.findMany({
        where: { scope: 'claims', withdrawnAt: null, mode: 'attributes', fromId: { in: some } },
      }),
    )
    for (const link of links) rows.links.set(link.id, link)
    return rows
  }

  /** Addresses that are taken of those that the new titles would get. */
  private async taken(preparer: BulkPreparer, nodes: NewNodes): Promise<void> {
    const { tx } = this.batch.context
    const select = { slug: true } as const
    const tables = {
      claim: [
        this.claims.map(({ slug, statement }) => slug ?? statement),
        (slugs: string[]) => tx.claim.findMany({ where: { slug: { in: slugs } }, select }),
      ],
      speaker: [
        nodes.speakers.map(({ name }) => name),
        (slugs: string[]) => tx.speaker.findMany({ where: { slug: { in: slugs } }, select }),
      ],
      source: [
        nodes.sources.map(({ title }) => title),
        (slugs: string[]) => tx.source.findMany({ where: { slug: { in: slugs } }, select }),
      ],
      topic: [
        nodes.topics.map(({ name }) => name),
        (slugs: string[]) => tx.topic.findMany({ where: { slug: { in: slugs } }, select }),
      ],
    } as const
    for (const kind of ['claim', 'speaker', 'source', 'topic'] as const) {
      const [titles, read] = tables[kind]
      const slugs = titles.map(slugify)
      preparer.taken(
        kind,
        (await gather(slugs, read)).map(({ slug }) => slug),
      )
      const former = await gather(slugs, (some) =>
        tx.formerSlug.findMany({ where: { kind, slug: { in: some } } }),
      )
      preparer.taken(
        kind,
        former.map(({ slug }) => slug),
      )
    }
  }

  /** Records what is new of these ids; whatever refers to them comes after it. */
  async writeNodes(ids: ReadonlySet<string>): Promise<void> {
    const { context, names, settings, report } = this.batch
    const some = names.take(ids)
    if (some.speakers.length + some.sources.length + some.topics.length === 0) return
    const preparer = new BulkPreparer(context.actor, settings.place)
    await this.taken(preparer, some)
    await this.insert(preparer.nodes(some))
    report.speakers += some.speakers.length
    report.sources += some.sources.length
    report.topics += some.topics.length
  }

  async write(): Promise<void> {
    const { context, names, settings, known } = this.batch
    const used = this.used()
    await this.writeNodes(used)
    if (this.claims.length > 0) {
      const preparer = new BulkPreparer(context.actor, settings.place)
      const topics = new Set(this.claims.flatMap((claim) => claim.topics))
      preparer.known(await this.around([...used].filter((id) => !topics.has(id))))
      await this.taken(preparer, { topics: [], speakers: [], sources: [] })
      await this.insert(preparer.claims(this.claims))
    }
    await this.reviews.write()
    known.rememberSpeakers([...names.newIds].filter(([, id]) => !names.newSpeakers.has(id)))
  }

  private async insert({ tables, counts }: Prepared): Promise<void> {
    const { tx } = this.batch.context
    await indexedTogether(tx, async () => {
      for (const table of tables) await bulkInsert(tx, table)
    })
    const deltas = new CountDeltas()
    deltas.addAll(counts)
    await applyCounts(tx, deltas.entries())
  }
}
