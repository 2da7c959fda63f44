import { editSource, reinstateSource, withdrawSource } from '@/lib/commands/source-edit'
import { recordSource, setSourceStatus } from '@/lib/commands/sources'
import { editSpeaker, reinstateSpeaker, withdrawSpeaker } from '@/lib/commands/speaker-edit'
import { recordSpeaker } from '@/lib/commands/speakers'
import { editTopic } from '@/lib/commands/topic-edit'
import { recordTopic } from '@/lib/commands/topics'
import { type Named, named } from '@/lib/queries/api-refs'
import { sourceData } from '@/lib/queries/data/source'
import { speakerData } from '@/lib/queries/data/speaker'
import { topicData } from '@/lib/queries/data/topic'
import { sourceToEdit, speakerToEdit, topicToEdit } from '@/lib/queries/edit'
import { getSource } from '@/lib/queries/sources/page'
import { getSpeaker } from '@/lib/queries/speakers/page'
import { getTopic } from '@/lib/queries/topics'
import type { Call, Read, Readers, Writers } from '../call'
import { documentOf, here } from '../found'
import { listed } from '../lists'
import { settled, settledPart } from '../settled'

interface Kept {
  id: string
  slug: string
  shelf: string
  version: number
  record: object
}

/** A record as editors wrote it, for whoever may change it. */
const recordRead = async (
  kind: Named,
  { db, part }: Call,
  read: (slug: string) => Promise<Kept | null | undefined>,
): Promise<Read> => {
  const row = await named(db.reader, kind, part(kind))
  const kept = row && (await read(row.slug))
  if (!kept) return { kind: 'missing' }
  const { id, slug, shelf, version, record } = kept
  return { kind: 'found', version, json: { id, slug, shelf, version, record } }
}

const saved = ({ id, slug, version }: { id: string; slug: string; version: number }) => ({
  id,
  slug,
  version,
})

/** Which record a change is about, and in which version it was seen. */
const at = async (tx: Parameters<typeof here>[0], kind: Named, call: Call) => {
  const { id } = await here(tx, kind, call)
  return { id, version: call.version }
}

type RecordReads =
  | 'listSpeakers'
  | 'getSpeaker'
  | 'getSpeakerRecord'
  | 'listSources'
  | 'getSource'
  | 'getSourceRecord'
  | 'listTopics'
  | 'getTopic'
  | 'getTopicRecord'

export const RECORD_READS: Readers<RecordReads> = {
  listSpeakers: (call) => listed('speakers', call),
  getSpeaker: (call) =>
    documentOf('speaker', call, (slug) => getSpeaker(call.db, call.viewer, slug), speakerData),
  getSpeakerRecord: (call) =>
    recordRead('speaker', call, async (slug) => (await speakerToEdit(call.db, call.viewer, slug))?.kept),
  listSources: (call) => listed('sources', call),
  getSource: (call) =>
    documentOf('source', call, (slug) => getSource(call.db, call.viewer, slug), sourceData),
  getSourceRecord: (call) =>
    recordRead('source', call, async (slug) => (await sourceToEdit(call.db, call.viewer, slug))?.kept),
  listTopics: (call) => listed('topics', call),
  getTopic: (call) => documentOf('topic', call, (slug) => getTopic(call.db, call.viewer, slug), topicData),
  getTopicRecord: (call) => recordRead('topic', call, (slug) => topicToEdit(call.db, call.viewer, slug)),
}

type RecordWrites =
  | 'recordSpeaker'
  | 'editSpeaker'
  | 'withdrawSpeaker'
  | 'reinstateSpeaker'
  | 'recordSource'
  | 'editSource'
  | 'setSourceStatus'
  | 'withdrawSource'
  | 'reinstateSource'
  | 'recordTopic'
  | 'editTopic'

const shelfOf = (draft: boolean | undefined) => ({ shelf: draft ? ('desk' as const) : ('public' as const) })

export const RECORD_WRITES: Writers<RecordWrites> = {
  recordSpeaker: async (context, { body: { draft, ...body } }) =>
    saved(await recordSpeaker.within(context, { ...body, ...shelfOf(draft) })),
  editSpeaker: async (context, call) =>
    settled(await editSpeaker.within(context, { ...call.body, ...(await at(context.tx, 'speaker', call)) })),
  withdrawSpeaker: async (context, call) =>
    saved(
      await withdrawSpeaker.within(context, { ...call.body, ...(await at(context.tx, 'speaker', call)) }),
    ),
  reinstateSpeaker: async (context, call) =>
    saved(
      await reinstateSpeaker.within(context, { ...call.body, ...(await at(context.tx, 'speaker', call)) }),
    ),
  recordSource: async (context, { body: { draft, ...body } }) =>
    saved(await recordSource.within(context, { ...body, ...shelfOf(draft) })),
  editSource: async (context, call) =>
    settled(await editSource.within(context, { ...call.body, ...(await at(context.tx, 'source', call)) })),
  setSourceStatus: async (context, call) =>
    settledPart(
      await setSourceStatus.within(context, { ...call.body, ...(await at(context.tx, 'source', call)) }),
    ),
  withdrawSource: async (context, call) =>
    saved(await withdrawSource.within(context, { ...call.body, ...(await at(context.tx, 'source', call)) })),
  reinstateSource: async (context, call) =>
    saved(await reinstateSource.within(context, { ...call.body, ...(await at(context.tx, 'source', call)) })),
  recordTopic: async (context, { body: { draft, ...body } }) =>
    saved(await recordTopic.within(context, { ...body, ...shelfOf(draft) })),
  editTopic: async (context, call) =>
    saved(await editTopic.within(context, { ...call.body, ...(await at(context.tx, 'topic', call)) })),
}
