/** A claim in our words as the input of a command, once everything that it names has an id. */
import { parseEdtf } from '../edtf'
import { type ClaimRecord, claimInput } from '../input/claim'
import { type ReviewRecord, reviewInput } from '../input/review'
import type { ClaimDraft, Problem, ReviewDraft } from './draft'

/** What a claim refers to, by id. */
export interface ClaimIds {
  speaker: string | null
  sources: string[]
  topics: string[]
  /** The claim that it repeats. */
  restates: string | null
}

/** Fields without which a claim still says what was claimed, and by whom. */
const DISPENSABLE = new Set(['quote', 'venue', 'place', 'note', 'saidOn', 'language', 'topics'])

/** @returns the record, and what had to be left out of it; null where the claim itself cannot be recorded */
export const claimRecordOf = (
  draft: Omit<ClaimDraft, 'keys'>,
  ids: ClaimIds,
): { record: ClaimRecord | null; problems: Problem[] } => {
  const input: Record<string, unknown> = {
    statement: draft.statement,
    quote: draft.quote,
    speechAct: draft.act,
    ...(draft.basis ? { basis: draft.basis } : {}),
    ...(draft.capacity ? { capacity: draft.capacity } : {}),
    speaker: ids.speaker,
    saidOn: draft.saidOn,
    venue: draft.venue,
    place: draft.place,
    note: draft.note,
    language: draft.language,
    topics: ids.topics.slice(0, 30),
    relations: ids.restates ? [{ to: ids.restates, kind: 'restates' }] : [],
    appearances: ids.sources.map((source, i) => ({ source, locator: draft.sources[i]?.locator ?? null })),
    // What appears in a source is the speaker's because the source says so (rules.md §1, Provenance link).
    links: ids.speaker
      ? [...new Set(ids.sources)].map((from) => ({ from, to: ids.speaker, mode: 'attributes' }))
      : [],
  }
  const problems: Problem[] = []
  const first = claimInput.safeParse(input)
  if (first.success) return { record: first.data, problems }
  for (const { path, message } of first.error.issues) {
    const field = String(path[0])
    if (DISPENSABLE.has(field)) delete input[field]
    problems.push({ field, sentence: `${message} It was left out.`, skips: false })
  }
  const second = claimInput.safeParse(input)
  if (second.success) return { record: second.data, problems }
  const { path, message } = second.error.issues[0] ?? { path: [], message: 'This cannot be recorded.' }
  return { record: null, problems: [{ field: String(path[0] ?? ''), sentence: message, skips: true }] }
}

/** A day that is not said lies after the claim, or before the file came; an open range says just that. */
const reviewedOn = (draft: ReviewDraft, saidOn: string | null, today: string): string => {
  if (draft.reviewedOn) return draft.reviewedOn
  const after = saidOn ? `${saidOn}/..` : ''
  return parseEdtf(after).ok ? after : `../${today}`
}

const cut = (text: string | null, most: number): string | null => (text === null ? null : text.slice(0, most))

/** @returns null with the sentence where it cannot be recorded */
export const reviewRecordOf = (
  draft: ReviewDraft,
  ids: { reviewer: string; scale: string | null },
  when: { saidOn: string | null; today: string },
): { record: ReviewRecord | null; problem: Problem | null } => {
  const parsed = reviewInput.safeParse({
    reviewer: ids.reviewer,
    ratingText: draft.text,
    ratingValue: ids.scale === null ? null : draft.value,
    scale: ids.scale,
    summary: cut(draft.summary, 4000),
    url: draft.url,
    title: cut(draft.title, 300),
    language: draft.language,
    reviewedOn: reviewedOn(draft, when.saidOn, when.today),
  })
  if (parsed.success) return { record: parsed.data, problem: null }
  const sentence = parsed.error.issues[0]?.message ?? 'This verdict cannot be recorded.'
  return { record: null, problem: { field: 'reviews', sentence, skips: false } }
}
