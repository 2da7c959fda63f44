import { FAMILY_NAMES, STATUSES } from '../sourcing/types'

/** The columns of each list as a table: fields of its records, by their path. A list in a cell is joined by `; `. */
const KEPT = ['version', 'recordedAt', 'updatedAt'] as const

export const COLUMNS = {
  claims: [
    'id',
    'url',
    'statement',
    'quote',
    'language',
    'speaker.name',
    'speaker.slug',
    'speaker.kind',
    'saidOn',
    'venue',
    'place',
    'speechAct',
    'basis',
    'capacity',
    'topics',
    'status',
    'shownStatus',
    'family',
    'sentence',
    'flags',
    'origins.supports',
    'origins.contradicts',
    'evidence.supports',
    'evidence.contradicts',
    'note',
    ...KEPT,
  ],
  speakers: [
    'id',
    'url',
    'name',
    'kind',
    'description',
    'headCount',
    'vouchedBy.name',
    'outlet',
    'affiliation',
    'role.title',
    'role.org',
    'role.ended',
    'claims',
    'unsupported',
    ...KEPT,
  ],
  sources: ['id', 'url', 'name', 'kind', 'status', 'publisher', 'publishedAt', 'claims', ...KEPT],
  topics: ['id', 'url', 'name', 'description', 'claims'],
} as const

/** The columns of figures as a table: of the matrix a row for each speaker, of a chart one for each month or year. */
export const FIGURE_COLUMNS = {
  matrix: ['speaker.name', 'speaker.slug', 'claims', ...STATUSES.map((status) => `counts.${status}`)],
  'over-time': ['start', 'total', ...FAMILY_NAMES.map((family) => `families.${family}`)],
  changes: ['id', 'at', 'kind', 'by', 'subject', 'url', 'title', 'version', 'reason', 'fields', 'moved'],
} as const
