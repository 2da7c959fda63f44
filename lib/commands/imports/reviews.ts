/** Verdicts that came with claims: each is its publisher's, on its publisher's scale, and never a sourcing status. */
import { bulkInsert, packed } from '../../db/bulk'
import { dayBounds } from '../../domain/derived'
import { newId } from '../../domain/ids'
import type { NamedDraft, ReviewDraft } from '../../domain/import/draft'
import { reviewRecordOf } from '../../domain/import/record'
import type { ReviewRecord } from '../../domain/input/review'
import { eventRow } from '../events'
import type { Batch } from './batch'

/** The claim that is judged. */
export interface Judged {
  id: string
  statement: string
  shelf: string
  saidOn: string | null
}

interface Waiting {
  claim: Judged
  draft: ReviewDraft
  reviewer: string
  line: number
}

/** What one publisher says of one claim in one place is one verdict, whatever it says. */
export const reviewKey = (reviewer: string, url: string | null): string => `${reviewer} ${url ?? ''}`

const scaleKey = (publisher: string, best: number, worst: number) => `${publisher} ${best} ${worst}`

export class Reviews {
  private readonly waiting: Waiting[] = []
  private readonly words = new Map<string, { id: string; name: string }[]>()

  constructor(private readonly batch: Batch) {}

  reviewers(): string[] {
    return this.waiting.map(({ reviewer }) => reviewer)
  }

  private reviewer(draft: NamedDraft, line: number): string | null {
    const found = this.batch.names.speaker(draft)
    if ('id' in found) return found.id
    this.batch.problems.push({
      line,
      field: 'reviewer',
      sentence: `${found.problem} Its verdict was left out.`,
      skips: false,
    })
    return null
  }

  /** A publisher's words by their ids, where they were imported with it. */
  private worded(draft: ReviewDraft): ReviewDraft {
    const id = draft.reviewer?.id
    if (!id) return draft
    let words = this.words.get(id)
    if (!words) {
      const record = this.batch.known.get('speaker', id)
      words =
        (record
          ? (JSON.parse(record.record).ratings as { id: string; name: string }[] | undefined)
          : undefined) ?? []
      this.words.set(id, words)
    }
    const word = words.find((each) => each.id === draft.word)
    return word && draft.text === draft.word ? { ...draft, text: word.name } : draft
  }

  /** Counts a draft's word, and finds whose it is. */
  taken(drafts: readonly ReviewDraft[], line: number): { draft: ReviewDraft; reviewer: string }[] {
    const { report } = this.batch
    return drafts.flatMap((given) => {
      const known = report.ratings.find(
        ({ publisher, from }) => publisher === (given.reviewer?.name ?? '') && from === given.word,
      )
      if (known) known.n++
      else report.ratings.push({ publisher: given.reviewer?.name ?? '', from: given.word, n: 1 })
      if (!given.reviewer) {
        report.reviewsOfNobody++
        return []
      }
      const reviewer = this.reviewer(given.reviewer, line)
      return reviewer ? [{ draft: this.worded(given), reviewer }] : []
    })
  }

  add(claim: Judged, drafts: readonly ReviewDraft[], line: number): void {
    for (const { draft, reviewer } of this.taken(drafts, line)) this.put(claim, draft, reviewer, line)
  }

  put(claim: Judged, draft: ReviewDraft, reviewer: string, line: number): void {
    this.waiting.push({ claim, draft, reviewer, line })
  }

  /** Scales by publisher and ends; new ones are recorded. */
  private async scales(): Promise<Map<string, string>> {
    const { context } = this.batch
    const wanted = this.waiting.filter(({ draft }) => draft.value !== null)
    const publishers = [...new Set(wanted.map(({ reviewer }) => reviewer))]
    if (publishers.length === 0) return new Map()
    const rows = await context.tx.ratingScale.findMany({ where: { publisherId: { in: publishers } } })
    const scales = new Map(rows.map((row) => [scaleKey(row.publisherId, row.best, row.worst), row.id]))
    for (const { reviewer, draft } of wanted) {
      const [best, worst] = [draft.best ?? 0, draft.worst ?? 0]
      const key = scaleKey(reviewer, best, worst)
      if (scales.has(key)) continue
      const id = newId()
      const scale = {
        id,
        publisherId: reviewer,
        name: `${worst} (worst) to ${best} (best)`,
        best,
        worst,
        labels: '[]',
      }
      await context.tx.ratingScale.create({ data: scale })
      const after = { id, publisher: reviewer, name: scale.name, best, worst, labels: [] }
      const event = {
        kind: 'scale.recorded',
        subjectKind: 'scale',
        subjectId: id,
        version: 1,
        shelf: 'desk',
        summary: scale.name,
        after,
      } as const
      await context.tx.event.create({ data: eventRow(context, event) })
      scales.set(key, id)
    }
    return scales
  }

  async write(): Promise<void> {
    const { context, settings, report, problems } = this.batch
    const { at, actor, tx } = context
    const scales = await this.scales()
    const today = at.toISOString().slice(0, 10)
    const rows: object[] = []
    const events: object[] = []
    for (const { claim, draft, reviewer, line } of this.waiting) {
      const scale =
        draft.value === null
          ? null
          : (scales.get(scaleKey(reviewer, draft.best ?? 0, draft.worst ?? 0)) ?? null)
      const { record, problem } = reviewRecordOf(draft, { reviewer, scale }, { saidOn: claim.saidOn, today })
      if (problem) problems.push({ ...problem, line })
      if (!record) continue
      const id = newId()
      const state = settings.reviewState
      rows.push(
        reviewRow(record, {
          id,
          claimId: claim.id,
          state,
          ownerId: actor.kind === 'user' ? actor.id : null,
          at,
        }),
      )
      events.push(
        eventRow(context, {
          kind: 'review.recorded',
          subjectKind: 'review',
          subjectId: id,
          version: 1,
          shelf: state === 'published' ? claim.shelf : 'desk',
          summary: claim.statement,
          after: { ...record, id, claim: claim.id, state },
        }),
      )
    }
    await bulkInsert(tx, packed('Review', rows))
    await bulkInsert(tx, packed('Event', events))
    report.reviews += rows.length
  }
}

const reviewRow = (
  { reviewer, scale, ...record }: ReviewRecord,
  {
    id,
    claimId,
    state,
    ownerId,
    at,
  }: { id: string; claimId: string; state: string; ownerId: string | null; at: Date },
) => ({
  ...record,
  id,
  claimId,
  reviewerId: reviewer,
  scaleId: scale,
  reviewedFrom: dayBounds(record.reviewedOn).from,
  state,
  ownerId,
  version: 1,
  recordedAt: at,
  updatedAt: at,
})
