/**
 * A claim of a newer version of its collection. Only what the collection changed is changed here, and what an editor
 * changed meanwhile stays as the editor has it, with a problem that says so.
 */
import { can } from '../../domain/actor'
import { CLAIM_FIELDS, type ClaimField, canonicalClaim, type EditableClaim } from '../../domain/claim-record'
import type { ClaimDraft } from '../../domain/import/draft'
import { reviewRecordOf } from '../../domain/import/record'
import type { ReviewRecord } from '../../domain/input/review'
import { editReview } from '../claims/reviews'
import type { Batch } from './batch'
import type { KnownRecord } from './known'
import { identified, worded } from './new-claims'
import { type Judged, reviewKey } from './reviews'

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

interface Merged {
  record: EditableClaim
  changed: ClaimField[]
  /** Fields that both changed, each to something else. */
  clashes: ClaimField[]
}

/** @param last as it was imported last; `next` as it is imported now; `current` as it stands */
export const mergedClaim = (last: EditableClaim, next: EditableClaim, current: EditableClaim): Merged => {
  const record = { ...current } as Record<ClaimField, unknown>
  const changed: ClaimField[] = []
  const clashes: ClaimField[] = []
  for (const field of CLAIM_FIELDS) {
    if (same(last[field], next[field]) || same(current[field], next[field])) continue
    if (same(current[field], last[field])) {
      record[field] = next[field]
      changed.push(field)
    } else clashes.push(field)
  }
  return { record: record as EditableClaim, changed, clashes }
}

export const reasonFor = (batch: Batch): string =>
  `A newer version was imported from ${batch.settings.fileName}.`

/** Everything that a record refers to. */
export const namedIn = (record: EditableClaim): Set<string> =>
  new Set(
    [record.speaker, ...record.topics, ...record.appearances.map(({ source }) => source)].flatMap(
      (id) => id ?? [],
    ),
  )

/** Verdicts of a newer version: those of one publisher in one place are changed, others are new. */
const updateReviews = async (
  batch: Batch,
  claim: Judged,
  draft: ClaimDraft,
  line: number,
): Promise<boolean> => {
  const { context, settings, writer } = batch
  const taken = writer.reviews.taken(draft.reviews, line)
  if (taken.length === 0) return false
  const rows = await context.tx.review.findMany({ where: { claimId: claim.id, state: { not: 'withdrawn' } } })
  await writer.writeNodes(new Set(taken.map(({ reviewer }) => reviewer)))
  const today = context.at.toISOString().slice(0, 10)
  let moved = false
  for (const { draft: review, reviewer } of taken) {
    const at = rows.findIndex((row) => reviewKey(row.reviewerId, row.url) === reviewKey(reviewer, review.url))
    const row = at < 0 ? undefined : rows.splice(at, 1)[0]
    if (!row) {
      writer.reviews.put(claim, review, reviewer, line)
      moved = true
      continue
    }
    const made = reviewRecordOf(review, { reviewer, scale: row.scaleId }, { saidOn: claim.saidOn, today })
    if (!made.record) continue
    // A day that the file does not say is as it was.
    const record: ReviewRecord = { ...made.record, reviewedOn: review.reviewedOn ?? row.reviewedOn }
    if (
      record.ratingText === row.ratingText &&
      same(record.ratingValue, row.ratingValue) &&
      same(record.summary, row.summary)
    )
      continue
    if (!can(context.actor, 'review', { kind: 'review', state: row.state, ownerId: row.ownerId })) {
      batch.problems.push({
        line,
        field: 'reviews',
        sentence: 'Its verdict changed. Changing verdicts is for reviewers, so it was left as it is.',
        skips: false,
      })
      continue
    }
    await editReview.within(context, {
      ...record,
      id: row.id,
      version: row.version,
      state: row.state === 'published' ? 'published' : settings.reviewState,
      reason: reasonFor(batch),
    })
    moved = true
  }
  return moved
}

/** Brings a claim up to what its collection says now. */
export const updateClaim = async (
  batch: Batch,
  given: ClaimDraft,
  kept: KnownRecord,
  line: number,
): Promise<void> => {
  const { context, report, problems, known, writer } = batch
  const current = batch.current.get(kept.subjectId ?? '')
  if (!current || current.shelf === 'closed') {
    problems.push({
      line,
      field: 'id',
      sentence: 'This claim was withdrawn or hidden here, so what is new of it was left out.',
      skips: true,
    })
    return
  }
  const draft = worded(batch, given, line)
  const record = draft ? identified(batch, draft, line, current.id) : null
  if (!draft || !record) return
  const next = canonicalClaim(record)
  const last = JSON.parse(kept.record) as EditableClaim
  const { record: merged, changed, clashes } = mergedClaim(last, next, current.record)
  for (const field of clashes)
    problems.push({
      line,
      field,
      sentence: `Somebody changed “${field}” here after it was imported, and the file changed it too; ours was kept.`,
      skips: false,
    })
  if (!can(context.actor, 'edit', { kind: 'claim', state: current.state, ownerId: current.ownerId })) {
    problems.push({ line, field: 'id', sentence: 'You may not change this claim.', skips: true })
    return
  }
  await writer.writeNodes(namedIn(merged))
  if (changed.length > 0) await batch.edits.add(current, merged, reasonFor(batch))
  const judged = { id: current.id, statement: merged.statement, shelf: current.shelf, saidOn: merged.saidOn }
  const moved = await updateReviews(batch, judged, draft, line)
  known.update(kept, given, { record: next })
  if (changed.length === 0 && !moved) report.unchanged++
  else {
    report.updated++
    report.updates.push({
      line,
      statement: merged.statement,
      fields: [...changed, ...(moved ? ['reviews'] : [])],
    })
  }
}
