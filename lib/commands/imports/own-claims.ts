/**
 * Claims of this ledger that come back in a file of our own data, changed in a spreadsheet perhaps. The file says which
 * version it shows, so what it changed is known, and what editors changed meanwhile stays.
 */
import { type ClaimKept, recordAt } from '../../db/claim-record'
import { can } from '../../domain/actor'
import { canonicalClaim, type EditableClaim } from '../../domain/claim-record'
import type { ClaimDraft } from '../../domain/import/draft'
import { sortForm } from '../../domain/sorting'
import type { Batch } from './batch'
import { identified } from './new-claims'
import { mergedClaim, namedIn, reasonFor } from './updates'

/** Fields of the record by which a draft says them. */
const PLAIN = {
  statement: 'statement',
  quote: 'quote',
  speechAct: 'act',
  basis: 'basis',
  capacity: 'capacity',
  saidOn: 'saidOn',
  venue: 'venue',
  place: 'place',
  note: 'note',
  language: 'language',
} as const satisfies Partial<Record<keyof EditableClaim, keyof ClaimDraft>>

const sameNames = (a: readonly string[], b: readonly string[]): boolean => {
  const forms = (names: readonly string[]) => JSON.stringify([...new Set(names.map(sortForm))].sort())
  return forms(a) === forms(b)
}

/** The record that the file shows; where it shows none that was, what stands now. */
const shownBy = async ({ context }: Batch, draft: ClaimDraft, current: ClaimKept): Promise<EditableClaim> => {
  const version = draft.own?.version ?? current.version
  if (version >= current.version || version < 1) return current.record
  const then = await recordAt(context.tx, current.id, version)
  return typeof then === 'string' ? current.record : then
}

/** What the record shows of whom and what it names: a name that is not known any more is another one. */
const namesOf = ({ called }: Batch, { speaker, topics }: EditableClaim) => ({
  speaker: speaker === null ? null : (called.get(speaker) ?? ''),
  topics: topics.map((topic) => called.get(topic) ?? ''),
})

/** The record with what the file says in place of what it showed; null with a problem where that cannot be recorded. */
const saidBy = (
  batch: Batch,
  draft: ClaimDraft,
  shown: EditableClaim,
  line: number,
  ownId: string,
): EditableClaim | null => {
  const carries = new Set(draft.carries)
  const names = namesOf(batch, shown)
  const speaker = carries.has('speaker') && (draft.speaker?.name ?? null) !== names.speaker
  const topics = carries.has('topics') && !sameNames(draft.topics, names.topics)
  const plain = (Object.keys(PLAIN) as (keyof typeof PLAIN)[]).filter(
    (field) => carries.has(field) && (draft[PLAIN[field]] ?? null) !== (shown[field] ?? null),
  )
  const changed: (keyof EditableClaim)[] = [
    ...plain,
    ...(speaker ? ['speaker' as const] : []),
    ...(topics ? ['topics' as const] : []),
  ]
  if (changed.length === 0) return shown
  // Nobody is looked for whom the file leaves as they are: their names may be those of several.
  const asked = { ...draft, speaker: speaker ? draft.speaker : null, topics: topics ? draft.topics : [] }
  const record = identified(batch, asked, line, ownId)
  return (
    record &&
    canonicalClaim({ ...shown, ...Object.fromEntries(changed.map((field) => [field, record[field]])) })
  )
}

/** Brings a claim of this ledger up to what a file of our own data says. */
export const updateOwnClaim = async (
  batch: Batch,
  draft: ClaimDraft,
  current: ClaimKept,
  line: number,
): Promise<void> => {
  const { context, report, problems, writer } = batch
  const say = (field: string, sentence: string, skips: boolean) =>
    void problems.push({ line, field, sentence, skips })
  if (current.shelf === 'closed')
    return say('id', 'This claim was withdrawn or hidden here, so what is new of it was left out.', true)
  const shown = await shownBy(batch, draft, current)
  const next = saidBy(batch, draft, shown, line, current.id)
  if (!next) return
  const { record, changed, clashes } = mergedClaim(shown, next, current.record)
  for (const field of clashes)
    say(
      field,
      `Somebody changed “${field}” here after it was exported, and the file changed it too; ours was kept.`,
      false,
    )
  if (changed.length === 0) {
    report.unchanged++
    return
  }
  if (!can(context.actor, 'edit', { kind: 'claim', state: current.state, ownerId: current.ownerId }))
    return say('id', 'You may not change this claim.', true)
  await writer.writeNodes(namedIn(record))
  await batch.edits.add(current, record, reasonFor(batch))
  report.updated++
  report.updates.push({ line, statement: record.statement, fields: changed })
}
