/** Some records of a file, written in one transaction: new claims many at a time, changed ones by the single command. */

import { type ClaimKept, claimsKept } from '../../db/claim-record'
import { shareTurn, takeTurn } from '../../db/turns'
import type {
  ClaimDraft,
  Draft,
  NamedDraft,
  Problem,
  SpeakerDraft,
  WordingDraft,
} from '../../domain/import/draft'
import { emptyReport, type Report } from '../../domain/import/report'
import type { Place } from '../bulk/rows'
import { ManyEdits } from '../claims/edit'
import type { Context } from '../command'
import { hashOf, Known, type Match, wordingOf } from './known'
import { gather, Names } from './names'
import { ClaimWriter } from './new-claims'
import { updateOwnClaim } from './own-claims'
import type { Seen } from './seen'
import { recordSpeakerDraft } from './speakers'
import { recordThing } from './things'
import { updateClaim } from './updates'

/** A record of the file in our words. */
export interface Item {
  line: number
  drafts: Draft[]
  problems: Problem[]
}

export interface Settings {
  importId: string
  fileName: string
  origin: string
  sameName: 'problem' | 'create'
  place: Place
  /** Whether verdicts are put before readers with their claims, or wait for a reviewer. */
  reviewState: 'draft' | 'published'
}

export interface LineProblem extends Problem {
  line: number
}

export interface BatchResult {
  report: Report
  problems: LineProblem[]
}

/** What the pieces of a batch share. */
export interface Batch {
  context: Context
  settings: Settings
  names: Names
  known: Known
  writer: ClaimWriter
  /** Claims that the batch may change, by their ids, as they stood before it. */
  current: Map<string, ClaimKept>
  edits: ManyEdits
  /** Names of the speakers and topics of those claims, by their ids. */
  called: Map<string, string>
  report: Report
  problems: LineProblem[]
}

const isClaim = (draft: Draft): draft is ClaimDraft => draft.subject === 'claim'

/** Everybody whom a claim names. */
const peopleOf = ({ speaker, reviews }: ClaimDraft): NamedDraft[] => [
  ...(speaker ? [speaker] : []),
  ...reviews.flatMap(({ reviewer }) => reviewer ?? []),
]

const organization = (name: string): NamedDraft => ({
  name,
  id: null,
  kind: 'organization',
  url: null,
  description: null,
})

const wantedBy = (draft: Draft): NamedDraft[] => {
  if (isClaim(draft)) return peopleOf(draft)
  if (draft.subject === 'source') return draft.publisher ? [organization(draft.publisher)] : []
  if (draft.subject !== 'speaker') return []
  const orgs = [...draft.roles.map(({ org }) => org), draft.vouchedBy ?? [], draft.affiliation ?? []].flat()
  return [draft, ...orgs.map(organization)]
}

/** Everything that a draft may be. */
export const SUBJECTS = [
  'claim',
  'speaker',
  'wording',
  'source',
  'topic',
] as const satisfies Draft['subject'][]

const look = async (batch: Batch, drafts: readonly Draft[]): Promise<void> => {
  const { names, known } = batch
  const claims = drafts.filter(isClaim)
  for (const kind of SUBJECTS)
    await known.look(
      kind,
      drafts.filter(({ subject }) => subject === kind).flatMap(({ keys }) => keys),
    )
  await known.look(
    'wording',
    claims.flatMap(({ wording }) => wording ?? []),
  )
  // Verdicts of a publisher whose words are ids of the collection.
  await known.look(
    'speaker',
    claims.flatMap(({ reviews }) => reviews.flatMap(({ reviewer }) => reviewer?.id ?? [])),
  )
  await lookAtChanged(batch, claims)
  await names.look({
    people: drafts.flatMap(wantedBy),
    sources: claims.flatMap(({ sources }) => sources),
    topics: [
      ...claims.flatMap(({ topics }) => topics),
      ...claims.flatMap(({ wording }) => wordingTopics(known, wording)),
    ],
  })
}

/** Reads the claims of records that say something else now. */
const lookAtChanged = async (batch: Batch, claims: readonly ClaimDraft[]) => {
  const { context, known, current } = batch
  const ids = claims.flatMap((draft) => {
    const hash = hashOf(draft)
    return draft.keys.flatMap((key) => {
      const record = known.get('claim', key)
      return record?.subjectId && record.hash !== hash ? [record.subjectId] : []
    })
  })
  // Of our own data a claim may be here although it was never imported.
  ids.push(
    ...claims.flatMap(({ own, keys }) => (own && !keys.some((key) => known.get('claim', key)) ? own.id : [])),
  )
  for (const claim of await gather(ids, (some) => claimsKept(context.tx, some))) current.set(claim.id, claim)
  if (claims.some(({ own }) => own)) await lookAtNames(batch)
}

const lookAtNames = async ({ context: { tx }, current, called }: Batch) => {
  const records = [...current.values()].map(({ record }) => record)
  const select = { id: true, name: true }
  const people = await gather(
    records.flatMap(({ speaker }) => speaker ?? []),
    (some) => tx.speaker.findMany({ where: { id: { in: some } }, select }),
  )
  const topics = await gather(
    records.flatMap((record) => record.topics),
    (some) => tx.topic.findMany({ where: { id: { in: some } }, select }),
  )
  for (const { id, name } of [...people, ...topics]) called.set(id, name)
}

const wordingTopics = (known: Known, id: string | null): string[] => wordingOf(known, id)?.topics ?? []

const recordWording = ({ known, report }: Batch, draft: WordingDraft, match: Match): void => {
  const { statement, note, topics } = draft
  const record = { statement, note, topics }
  if (match.kind === 'known') {
    known.update(match.record, draft, { record })
    report.updated++
  } else {
    known.remember(draft, { subjectId: null, record })
    report.created++
  }
}

const handle = async (batch: Batch, draft: Draft, match: Match, line: number): Promise<void> => {
  const here = isClaim(draft) && match.kind === 'new' ? batch.current.get(draft.own?.id ?? '') : undefined
  if (isClaim(draft) && here) await updateOwnClaim(batch, draft, here, line)
  else if (draft.subject === 'wording') recordWording(batch, draft, match)
  else if (draft.subject === 'source' || draft.subject === 'topic')
    await recordThing(batch, draft, match, line)
  else if (draft.subject === 'speaker') await recordSpeakerDraft(batch, draft as SpeakerDraft, match, line)
  else if (match.kind === 'known') await updateClaim(batch, draft, match.record, line)
  else batch.writer.add(draft, line)
}

const sayProblems = (batch: Batch, { line, problems }: Item): void => {
  for (const problem of problems) batch.problems.push({ ...problem, line })
}

/** What is said of a line counts once, whatever number of its fields has a problem. */
const countProblems = ({ report, problems }: Batch): void => {
  const skipped = new Set(problems.filter(({ skips }) => skips).map(({ line }) => line))
  const partly = new Set(
    problems.filter(({ line, skips }) => !skips && !skipped.has(line)).map(({ line }) => line),
  )
  report.skipped = skipped.size
  report.partly = partly.size
}

/**
 * Writes what the items say that is new or has changed.
 * @param seen ids that earlier batches have met; those of this one are staged in it
 */
export const applyBatch = async (
  context: Context,
  settings: Settings,
  items: readonly Item[],
  seen: Seen,
): Promise<BatchResult> => {
  const speakers = items.some(({ drafts }) => drafts.some(({ subject }) => subject === 'speaker'))
  await (speakers ? takeTurn : shareTurn)(context.tx)
  const names = new Names(context.tx, settings.origin, settings.sameName)
  const known = new Known(context.tx, settings.origin, context.at)
  const batch: Batch = {
    context,
    settings,
    names,
    known,
    report: emptyReport(),
    problems: [],
    writer: undefined as never,
    current: new Map(),
    edits: new ManyEdits(context),
    called: new Map(),
  }
  batch.writer = new ClaimWriter(batch)
  await look(
    batch,
    items.flatMap(({ drafts }) => drafts),
  )
  for (const item of items) {
    batch.report.rows++
    sayProblems(batch, item)
    for (const draft of item.drafts) {
      const match = known.match(draft, seen, item.line)
      if (match.kind === 'repeat')
        batch.problems.push({
          line: item.line,
          field: 'id',
          sentence: `It has the same id as ${match.line}, or says the same, so only that one was taken.`,
          skips: true,
        })
      else if (match.kind === 'known' && match.record.hash === hashOf(draft)) batch.report.unchanged++
      else await handle(batch, draft, match, item.line)
    }
  }
  await batch.edits.settle()
  await batch.writer.write()
  await known.write()
  countProblems(batch)
  return { report: batch.report, problems: batch.problems }
}
