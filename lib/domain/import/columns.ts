/** What the columns of other people's tables are called, and what we call it: the guesses of a mapping. */

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

/** Names in small letters, without marks between words; the most telling first. */
const SYNONYMS: Record<ClaimField, readonly string[]> = {
  id: [
    'id',
    'claimid',
    'externalid',
    'uid',
    'uuid',
    'guid',
    'key',
    'recordid',
    'identifier',
    'no',
    'nr',
    'ref',
  ],
  statement: [
    'statement',
    'claim',
    'claimreviewed',
    'claimtext',
    'claimreviewclaimreviewed',
    'vclaim',
    'text',
    'title',
    'assertion',
    'promise',
    'aussage',
    'behauptung',
    'affirmation',
    'declaration',
    'afirmacion',
    'content',
    'sentence',
    'headline',
  ],
  quote: ['quote', 'quotation', 'verbatim', 'exactquote', 'zitat', 'citation', 'cita'],
  speaker: [
    'speaker',
    'claimant',
    'person',
    'author',
    'creativeworkauthorname',
    'claimauthor',
    'saidby',
    'politician',
    'who',
    'sprecher',
    'redner',
    'auteur',
    'orateur',
    'name',
    'autor',
    'personne',
  ],
  speakerId: ['speakerid', 'personid', 'claimantid'],
  speakerKind: ['speakerkind', 'speakertype'],
  speakerRole: [
    'jobtitle',
    'speakersjobtitle',
    'job',
    'office',
    'position',
    'role',
    'funktion',
    'fonction',
    'cargo',
  ],
  speakerUrl: ['speakerurl', 'creativeworkauthorsameas', 'claimanturl', 'authorurl'],
  saidOn: [
    'saidon',
    'date',
    'claimdate',
    'statementdate',
    'creativeworkdatepublished',
    'datesaid',
    'said',
    'datum',
    'fecha',
    'day',
    'when',
    'timestamp',
    'created',
    'createdat',
    'dateofclaim',
    'saiddate',
  ],
  venue: [
    'venue',
    'context',
    'where',
    'occasion',
    'event',
    'medium',
    'ort',
    'contexte',
    'lieu',
    'setting',
    'channel',
    'platform',
  ],
  place: ['place', 'location', 'city', 'town'],
  topics: [
    'topics',
    'subjects',
    'subject',
    'topic',
    'tags',
    'tag',
    'categories',
    'category',
    'themes',
    'thema',
    'themen',
    'sujet',
    'keywords',
    'tema',
    'extratags',
  ],
  note: [
    'note',
    'notes',
    'remark',
    'remarks',
    'comment',
    'description',
    'summary',
    'statusinfo',
    'bemerkung',
    'remarque',
  ],
  language: ['language', 'lang', 'inlanguage', 'languagecode', 'sprache', 'langue', 'idioma'],
  act: ['speechact', 'act', 'type', 'claimtype', 'kind'],
  sourceUrl: [
    'sourceurl',
    'url',
    'link',
    'source',
    'firstappearance',
    'appearance',
    'href',
    'quelle',
    'lien',
    'fuente',
    'originalurl',
    'permalink',
    'sourcelink',
    'articleurl',
  ],
  sourceTitle: ['sourcetitle', 'sourcename', 'articletitle'],
  sourcePublisher: ['sourcepublisher', 'outlet', 'newspaper', 'medienhaus'],
  sourceDate: ['sourcedate', 'publishedon', 'articledate'],
  sources: ['sources', 'appearances', 'links', 'urls', 'references'],
  wordings: ['wordings', 'claims', 'claimids', 'statements'],
  rating: [
    'rating',
    'label',
    'verdict',
    'ruling',
    'ratingtext',
    'textualrating',
    'ratingalternatename',
    'alternatename',
    'status',
    'truthometer',
    'bewertung',
    'urteil',
    'note',
    'evaluation',
    'calificacion',
    'veracity',
    'result',
    'reviewrating',
    'factcheckrating',
  ],
  ratingValue: ['ratingvalue', 'ratingratingvalue', 'score', 'value', 'ratingscore'],
  ratingBest: ['bestrating', 'ratingbestrating', 'best', 'ratingbest', 'scalebest'],
  ratingWorst: ['worstrating', 'ratingworstrating', 'worst', 'ratingworst', 'scaleworst'],
  reviewer: [
    'reviewer',
    'checker',
    'publisher',
    'claimreviewauthorname',
    'factchecker',
    'organization',
    'organisation',
    'reviewauthor',
    'checkedby',
    'reviewpublisher',
    'verifiedby',
    'pruefer',
  ],
  reviewerUrl: ['reviewerurl', 'claimreviewauthorurl', 'publisherurl', 'publishersite', 'checkerurl'],
  reviewUrl: ['reviewurl', 'claimreviewurl', 'factcheckurl', 'checkurl', 'articlelink', 'reviewlink'],
  reviewTitle: ['reviewtitle', 'extratitle', 'factchecktitle', 'checktitle'],
  reviewSummary: [
    'reviewsummary',
    'reviewbody',
    'explanation',
    'justification',
    'conclusion',
    'ruling_statement',
    'begruendung',
  ],
  reviewedOn: [
    'reviewedon',
    'reviewdate',
    'claimreviewdatepublished',
    'datechecked',
    'checkdate',
    'ratedon',
    'datereviewed',
    'factcheckdate',
  ],
  reviews: ['reviews', 'checks', 'claimreview', 'factchecks', 'ratings', 'verdicts'],
}

const SPEAKER_SYNONYMS: Record<SpeakerField, readonly string[]> = {
  id: ['id', 'slug', 'key', 'personid'],
  name: ['name', 'title', 'fullname', 'label', 'speaker'],
  kind: ['kind', 'type'],
  description: ['description', 'bio', 'about', 'summary'],
  url: ['web', 'url', 'website', 'homepage', 'link'],
  wikidata: ['wikidata', 'wikidataid', 'qid'],
  roles: ['offices', 'roles', 'positions', 'jobs'],
  ratings: ['ratings', 'scale', 'scales'],
}

/** The form in which names of columns are compared. */
export const folded = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/ \(\d+\)$/, '')
    .replace(/\.(?:name|text|title)$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')

const find = <F extends string>(columns: readonly string[], synonyms: Record<F, readonly string[]>) => {
  const free = new Map(columns.map((column) => [column, folded(column)]))
  const found: Partial<Record<F, string>> = {}
  const wanted = Object.entries(synonyms) as [F, readonly string[]][]
  const deepest = Math.max(...wanted.map(([, names]) => names.length))
  // Every field's most telling name first, so that no field takes with its last guess what is another's best.
  for (let depth = 0; depth < deepest; depth++)
    for (const [field, names] of wanted) {
      const name = names[depth]
      if (found[field] || !name) continue
      for (const [column, form] of free)
        if (form === name) {
          found[field] = column
          free.delete(column)
          break
        }
    }
  return found
}

/** Which columns hold what, as far as their names say. */
export const guessClaimColumns = (columns: readonly string[]) => find(columns, SYNONYMS)
export const guessSpeakerColumns = (columns: readonly string[]) => find(columns, SPEAKER_SYNONYMS)

/** Whether records with these fields can say of a claim what was claimed. */
export const hasStatement = (columns: readonly string[]): boolean =>
  columns.map(folded).some((form) => SYNONYMS.statement.slice(0, 8).includes(form))
