/** What the records of a file may say: our fields, which the columns of a file are mapped to. */

/** What a record of an import may say of a claim. The order is that of the mapping's page. */
export const CLAIM_FIELDS = [
  'id',
  'statement',
  'quote',
  'speaker',
  'speakerId',
  'speakerKind',
  'speakerRole',
  'speakerUrl',
  'saidOn',
  'venue',
  'place',
  'topics',
  'note',
  'language',
  'act',
  'sourceUrl',
  'sourceTitle',
  'sourcePublisher',
  'sourceDate',
  'sources',
  'wordings',
  'rating',
  'ratingValue',
  'ratingBest',
  'ratingWorst',
  'reviewer',
  'reviewerUrl',
  'reviewUrl',
  'reviewTitle',
  'reviewSummary',
  'reviewedOn',
  'reviews',
] as const
export type ClaimField = (typeof CLAIM_FIELDS)[number]

export const SPEAKER_FIELDS = [
  'id',
  'name',
  'kind',
  'description',
  'url',
  'wikidata',
  'roles',
  'ratings',
] as const
export type SpeakerField = (typeof SPEAKER_FIELDS)[number]
export type ImportField = ClaimField | SpeakerField
