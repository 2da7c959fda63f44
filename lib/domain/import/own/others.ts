import type { Mapped, SpeakerDraft } from '../draft'
import { own, pageKey, said, text } from './values'

type Fields = Record<string, unknown>

export const speakerDraft = (record: Fields, site: string): Mapped => {
  const name = said(record.name)
  if (!name)
    return { drafts: [], problems: [{ field: 'name', sentence: 'Nothing says who this is.', skips: true }] }
  const kind = said(record.kind)
  const mine = own(record)
  const key = pageKey(site, 'speakers', mine.slug)
  const org = text(record, 'role.org')
  const draft: SpeakerDraft = {
    subject: 'speaker',
    own: mine,
    keys: [mine.id, key ?? mine.id],
    name,
    id: key,
    kind: kind === 'anonymous' || kind === 'organization' ? kind : 'person',
    url: null,
    description: said(record.description),
    wikidata: said(record.wikidataId),
    roles:
      kind === 'person' && org
        ? [
            {
              org,
              title: text(record, 'role.title'),
              from: null,
              to: null,
              ended: text(record, 'role.ended') === 'true',
            },
          ]
        : [],
    ratings: [],
    outlet: said(record.outlet) === 'true',
    headCount: said(record.headCount),
    vouchedBy: text(record, 'vouchedBy.name'),
    affiliation: said(record.affiliation),
  }
  return { drafts: [draft], problems: [] }
}

/** A source or a topic: what its list says of it. */
export const thingOf = (record: Fields, folder: 'sources' | 'topics'): Mapped => {
  const name = said(record.name)
  if (!name)
    return {
      drafts: [],
      problems: [{ field: 'name', sentence: 'Nothing says what this is called.', skips: true }],
    }
  const mine = own(record)
  const known = { own: mine, keys: [mine.id], name }
  if (folder === 'topics')
    return { drafts: [{ subject: 'topic', ...known, description: said(record.description) }], problems: [] }
  return {
    drafts: [
      {
        subject: 'source',
        ...known,
        kind: said(record.kind) ?? 'web_page',
        status: said(record.status) ?? 'current',
        url: said(record.originalUrl),
        publisher: said(record.publisher),
        publishedAt: said(record.publishedAt),
      },
    ],
    problems: [],
  }
}
