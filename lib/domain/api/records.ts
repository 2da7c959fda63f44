/** Speakers, sources, topics and links. */
import { z } from 'zod'
import { DOCUMENTS } from '../data'
import { linkInput } from '../input/claim'
import { id, line, maybe, prose } from '../input/parts'
import { sourceInput } from '../input/source'
import { speakerInput } from '../input/speaker'
import { sourceStatus } from '../vocabulary'
import { operation } from './operation'
import { because, listOf, reason, recordOf, saved, settled, settledPart, text } from './parts'

const kept = z.record(z.string(), z.unknown())
const named = { slug: text('the last part of its address'), shelf: text('public, desk, teaching or closed') }
const why = z.object({ reason })
const draft = z.object({
  draft: z
    .boolean()
    .default(false)
    .describe('whether it stays on the desk until a claim that names it is published'),
})
const after = 'Where the page begins; taken from `links.next`.'

export const SPEAKERS = {
  listSpeakers: operation({
    method: 'GET',
    path: '/speakers',
    summary: 'Lists speakers.',
    scope: null,
    query: { kind: 'person, organization or anonymous.', sort: 'name, claims or unsupported.', after },
    status: 200,
    answer: DOCUMENTS.speakers,
  }),
  getSpeaker: operation({
    method: 'GET',
    path: '/speakers/{speaker}',
    summary: 'Gives a speaker as readers see it.',
    scope: null,
    standing: true,
    status: 200,
    answer: DOCUMENTS.speaker,
  }),
  getSpeakerRecord: operation({
    method: 'GET',
    path: '/speakers/{speaker}/record',
    summary: 'Gives a speaker as editors wrote it, with ids.',
    scope: 'read',
    standing: true,
    status: 200,
    answer: recordOf(kept, named),
  }),
  recordSpeaker: operation({
    method: 'POST',
    path: '/speakers',
    summary: 'Records a person, an organization, or an unnamed group with the outlet that vouches for it.',
    scope: 'speakers',
    body: z.intersection(speakerInput, draft),
    status: 201,
    answer: saved,
    example: { kind: 'person', name: 'Ada Brandt' },
  }),
  editSpeaker: operation({
    method: 'PUT',
    path: '/speakers/{speaker}/record',
    summary: 'Replaces what is recorded of a speaker; every claim that it may touch is derived anew.',
    scope: 'speakers',
    versioned: true,
    body: z.intersection(speakerInput, why),
    status: 200,
    answer: settled,
  }),
  withdrawSpeaker: operation({
    method: 'POST',
    path: '/speakers/{speaker}/withdraw',
    summary: 'Takes a speaker that nothing rests on away from readers.',
    scope: 'speakers',
    versioned: true,
    body: because,
    status: 200,
    answer: saved,
  }),
  reinstateSpeaker: operation({
    method: 'POST',
    path: '/speakers/{speaker}/reinstate',
    summary: 'Puts a withdrawn speaker back.',
    scope: 'speakers',
    versioned: true,
    body: because,
    status: 200,
    answer: saved,
  }),
}

export const SOURCES = {
  listSources: operation({
    method: 'GET',
    path: '/sources',
    summary: 'Lists sources.',
    scope: null,
    query: {
      kind: 'The kind of source.',
      status: 'current, corrected, retracted, superseded or unavailable.',
      sort: 'title, published or claims.',
      after,
    },
    status: 200,
    answer: DOCUMENTS.sources,
  }),
  getSource: operation({
    method: 'GET',
    path: '/sources/{source}',
    summary: 'Gives a source as readers see it: where it got what it says, and what rests on it.',
    scope: null,
    standing: true,
    status: 200,
    answer: DOCUMENTS.source,
  }),
  getSourceRecord: operation({
    method: 'GET',
    path: '/sources/{source}/record',
    summary: 'Gives a source as editors wrote it, with ids.',
    scope: 'read',
    standing: true,
    status: 200,
    answer: recordOf(kept, named),
  }),
  recordSource: operation({
    method: 'POST',
    path: '/sources',
    summary: 'Records a publication or document.',
    scope: 'sources',
    body: z.intersection(sourceInput, draft),
    status: 201,
    answer: saved,
    example: { kind: 'news_report', title: 'Report on permits', url: 'https://paper.example/permits' },
  }),
  editSource: operation({
    method: 'PUT',
    path: '/sources/{source}/record',
    summary: 'Replaces what is recorded of a source, its status apart. Snapshots once taken stay.',
    scope: 'sources',
    versioned: true,
    body: z.intersection(sourceInput, why),
    status: 200,
    answer: settled,
  }),
  setSourceStatus: operation({
    method: 'POST',
    path: '/sources/{source}/status',
    summary:
      'Marks a source corrected, retracted, superseded, unavailable or current; all that rests on it moves.',
    scope: 'sources',
    versioned: true,
    body: because.extend({
      status: sourceStatus,
      removesClaims: z
        .array(id)
        .max(10_000)
        .default([])
        .describe('ids of claims that a correction took back; only with `corrected`'),
    }),
    status: 200,
    answer: settledPart,
  }),
  withdrawSource: operation({
    method: 'POST',
    path: '/sources/{source}/withdraw',
    summary: 'Takes a source that nothing rests on away from readers.',
    scope: 'sources',
    versioned: true,
    body: because,
    status: 200,
    answer: saved,
  }),
  reinstateSource: operation({
    method: 'POST',
    path: '/sources/{source}/reinstate',
    summary: 'Puts a withdrawn source back.',
    scope: 'sources',
    versioned: true,
    body: because,
    status: 200,
    answer: saved,
  }),
}

const topicBody = z.object({
  name: line(120, 'The name of the topic'),
  description: maybe(prose(2000, 'The description')),
})

export const TOPICS = {
  listTopics: operation({
    method: 'GET',
    path: '/topics',
    summary: 'Lists all topics.',
    scope: null,
    status: 200,
    answer: DOCUMENTS.topics,
  }),
  getTopic: operation({
    method: 'GET',
    path: '/topics/{topic}',
    summary: 'Gives a topic as readers see it.',
    scope: null,
    standing: true,
    status: 200,
    answer: DOCUMENTS.topic,
  }),
  getTopicRecord: operation({
    method: 'GET',
    path: '/topics/{topic}/record',
    summary: 'Gives a topic as editors wrote it.',
    scope: 'read',
    standing: true,
    status: 200,
    answer: recordOf(kept, named),
  }),
  recordTopic: operation({
    method: 'POST',
    path: '/topics',
    summary: 'Records a topic that claims can be filed under.',
    scope: 'topics',
    body: topicBody.extend({ id: id.optional() }).and(draft),
    status: 201,
    answer: saved,
    example: { name: 'Housing' },
  }),
  editTopic: operation({
    method: 'PUT',
    path: '/topics/{topic}/record',
    summary: 'Changes the name or the description of a topic.',
    scope: 'topics',
    versioned: true,
    body: topicBody.extend({ reason }),
    status: 200,
    answer: saved,
  }),
}

const linkState = {
  scope: text('source: holds for everything that `from` says; claims: for some claims only'),
  withdrawn: z.boolean().describe('whether it is withdrawn'),
}

export const LINKS = {
  listLinks: operation({
    method: 'GET',
    path: '/links',
    summary: 'Lists links as editors wrote them, in the order in which they were recorded.',
    scope: 'read',
    query: {
      from: 'The source or speaker that got it; its id, or the last part of its address.',
      to: 'Where it was got; its id, or the last part of its address.',
      claim: 'A claim that they are limited to.',
      withdrawn: '`yes` for those alone that are withdrawn, `no` for the others; both unless it is said.',
      per: 'Links on a page, 10 to 200.',
      after: 'Where the page begins; taken from `links.next`.',
    },
    status: 200,
    answer: listOf(recordOf(kept, linkState)),
  }),
  getLink: operation({
    method: 'GET',
    path: '/links/{link}',
    summary: 'Gives a link as editors wrote it: from whom or what, and where it got it.',
    scope: 'read',
    status: 200,
    answer: recordOf(kept, linkState),
  }),
  recordLink: operation({
    method: 'POST',
    path: '/links',
    summary:
      'Records where a source or speaker got everything that it says; what rests on it is derived anew.',
    scope: 'links',
    body: linkInput,
    status: 201,
    answer: settledPart,
    example: { from: 'SOURCE-ID', to: 'SPEAKER-ID', mode: 'quotes' },
  }),
  editLink: operation({
    method: 'PUT',
    path: '/links/{link}',
    summary: 'Changes what a link says.',
    scope: 'links',
    versioned: true,
    body: linkInput.omit({ id: true }).extend({ reason }),
    status: 200,
    answer: settledPart,
  }),
  withdrawLink: operation({
    method: 'POST',
    path: '/links/{link}/withdraw',
    summary: 'Takes back a link that was entered in error.',
    scope: 'links',
    versioned: true,
    body: because,
    status: 200,
    answer: settledPart,
  }),
  restoreLink: operation({
    method: 'POST',
    path: '/links/{link}/restore',
    summary: 'Puts a withdrawn link back.',
    scope: 'links',
    versioned: true,
    body: because,
    status: 200,
    answer: settledPart,
  }),
}
