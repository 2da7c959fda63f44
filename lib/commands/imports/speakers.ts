/** Speakers that a file describes: recorded, or brought up to what it says now. Few, so by the single commands. */
import { speakerKept } from '../../db/records'
import type { RoleDraft, SpeakerDraft } from '../../domain/import/draft'
import { type SpeakerInput, speakerInput } from '../../domain/input/speaker'
import { editSpeaker } from '../speaker-edit'
import { recordSpeaker } from '../speakers'
import type { Batch } from './batch'
import type { Match } from './known'

/** The fields of a speaker that files may set. */
const FIELDS = ['name', 'description', 'wikidataId', 'sameAs', 'roles'] as const
const OWN_FIELDS = ['name', 'description'] as const
type Said = Pick<SpeakerInput, (typeof FIELDS)[number]>

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

const roles = async (batch: Batch, drafts: readonly RoleDraft[], line: number): Promise<Said['roles']> => {
  const found: NonNullable<Said['roles']> = []
  for (const { org, title, from, to, ended } of drafts) {
    const named = batch.names.speaker({
      name: org,
      id: null,
      kind: 'organization',
      url: null,
      description: null,
    })
    if ('problem' in named)
      batch.problems.push({ line, field: 'roles', sentence: named.problem, skips: false })
    else found.push({ org: named.id, title, kind: 'official', from, to, ended })
  }
  await batch.writer.writeNodes(new Set(found.map((role) => role.org)))
  return found
}

/** Who vouches for somebody unnamed, and whom they belong to: by name, as data has it. */
const organizationOf = async (batch: Batch, name: string | null | undefined): Promise<string | null> => {
  if (!name) return null
  const found = batch.names.speaker({ name, id: null, kind: 'organization', url: null, description: null })
  if ('problem' in found) return null
  await batch.writer.writeNodes(new Set([found.id]))
  return found.id
}

/** What only our own data says of a speaker. */
const ownSaid = async (batch: Batch, draft: SpeakerDraft): Promise<Partial<SpeakerInput>> =>
  draft.own
    ? {
        outlet: draft.outlet ?? false,
        headCount: draft.headCount ? { wording: draft.headCount } : null,
        vouchedBy: await organizationOf(batch, draft.vouchedBy),
        affiliation: await organizationOf(batch, draft.affiliation),
      }
    : {}

const saidOf = async (batch: Batch, draft: SpeakerDraft, line: number): Promise<Said> => ({
  name: draft.name,
  description: draft.description,
  wikidataId: draft.wikidata,
  sameAs: draft.url ? [draft.url] : [],
  roles: await roles(batch, draft.roles, line),
})

const problem = (batch: Batch, line: number, sentence: string): void => {
  batch.problems.push({ line, field: 'name', sentence, skips: true })
}

/** Sets what the file says and nobody here has said otherwise. @returns the fields that changed */
const update = async (
  batch: Batch,
  id: string,
  last: Partial<Said>,
  next: Said,
  line: number,
  own?: SpeakerDraft['own'],
): Promise<string[] | null> => {
  const { context } = batch
  const kept = await speakerKept(context.tx, id)
  if (!kept || kept.shelf === 'closed') {
    problem(batch, line, 'This speaker was withdrawn here, so what is new of it was left out.')
    return null
  }
  const current = kept.record as unknown as Record<string, unknown>
  const record = { ...current }
  // A file of our own data that shows the version that stands was changed from it; its list does not say all fields.
  const was = own?.id === id && own.version === kept.version ? (current as Partial<Said>) : last
  const changed = (own ? OWN_FIELDS : FIELDS).filter((field) => {
    const empty = current[field] === null || same(current[field], [])
    const ours = was[field] !== undefined ? !same(current[field], was[field]) : !empty
    return !ours && !same(current[field], next[field]) && !(field === 'name' && was.name === undefined)
  })
  for (const field of changed) record[field] = next[field]
  if (changed.length > 0)
    await editSpeaker.within(context, {
      ...(record as unknown as SpeakerInput),
      id,
      version: kept.version,
      reason: `A newer version was imported from ${batch.settings.fileName}.`,
    })
  return changed
}

/** Records or changes the speaker that a record of the file describes. */
export const recordSpeakerDraft = async (
  batch: Batch,
  draft: SpeakerDraft,
  match: Match,
  line: number,
): Promise<void> => {
  const { context, settings, names, known, report } = batch
  const said = await saidOf(batch, draft, line)
  const parsed = speakerInput.safeParse({ kind: draft.kind, ...said, ...(await ownSaid(batch, draft)) })
  if (!parsed.success)
    return problem(batch, line, parsed.error.issues[0]?.message ?? 'This speaker cannot be recorded.')
  const kept = { ...said, ratings: draft.ratings }
  const found = match.kind === 'known' ? { id: match.record.subjectId ?? '' } : names.speaker(draft)
  const unnamed = 'problem' in found && draft.kind === 'anonymous' && draft.own ? draft.own.id : null
  if (unnamed === null && 'problem' in found) return problem(batch, line, found.problem)
  const id = unnamed ?? ('id' in found ? found.id : '')
  if (names.newSpeakers.delete(id) || unnamed !== null) {
    const slug = draft.own && id === draft.own.id ? { slug: draft.own.slug } : {}
    await recordSpeaker.within(context, { ...parsed.data, ...slug, id, shelf: settings.place.shelf })
    names.met(draft, id)
    known.remember(draft, { subjectId: id, record: kept })
    report.created++
    report.speakers++
    return
  }
  const last = match.kind === 'known' ? (JSON.parse(match.record.record) as Partial<Said>) : {}
  const changed = await update(batch, id, last, said, line, draft.own)
  if (changed === null) return
  if (match.kind === 'known') known.update(match.record, draft, { record: kept })
  else known.remember(draft, { subjectId: id, record: kept })
  if (changed.length === 0) report.unchanged++
  else {
    report.updated++
    report.updates.push({ line, statement: draft.name, fields: changed })
  }
}
