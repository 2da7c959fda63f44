/** Claims, records and what happened to them as entries of a feed. */
import { formatEdtf } from '@/lib/domain/edtf'
import { type Folder, pageUrl } from '@/lib/queries/data/refs'
import type { ClaimItem, ClaimPage, HistoryEntry, SourceRow, SpeakerRow, TopicRow } from '@/lib/queries/views'
import { plainWords as t } from '@/lib/web/plain-words'
import type { Entry } from './feeds'

/** An id that stays when an address is changed. */
export const entryId = (site: string, folder: Folder | 'history', id: string): string =>
  `urn:on-record:${new URL(site).host}:${folder}:${encodeURIComponent(id)}`

/** A claim as readers of a feed see it: its status and the sentence first. */
export const claimEntries = (claims: readonly ClaimItem[], site: string): Entry[] => {
  return claims.map((claim) => {
    const status = t(`status.${claim.shownStatus as 'contested'}`)
    const topics = claim.topics.map(({ name }) => name)
    return {
      id: entryId(site, 'claims', claim.id),
      url: pageUrl(site, 'claims', claim.slug),
      title: claim.statement,
      published: new Date(claim.publishedAt),
      updated: new Date(claim.updatedAt),
      paragraphs: [
        t('data.entry', { status, sentence: claim.sentence }),
        ...(claim.quote ? [t('query.quoted', { text: claim.quote })] : []),
        claim.speaker ? t('data.by', { speaker: claim.speaker.name }) : t('data.byNobody'),
        ...(claim.saidOn ? [t('data.said', { date: formatEdtf(claim.saidOn) })] : []),
      ],
      tags: [status, ...topics],
    }
  })
}

/** How many claims a record has, with the rest that an entry of another list says of it. */
const recordEntry = (
  folder: Exclude<Folder, 'claims'>,
  row: { id: string; slug: string; name: string },
  site: string,
  [recorded, updated]: [recorded: string, updated: string],
  said: (string | null | undefined)[],
): Entry => ({
  id: entryId(site, folder, row.id),
  url: pageUrl(site, folder, row.slug),
  title: row.name,
  published: new Date(recorded),
  updated: new Date(updated),
  paragraphs: said.filter((text): text is string => Boolean(text)),
  tags: [],
})

export const speakerEntries = (rows: readonly SpeakerRow[], site: string): Entry[] => {
  return rows.map((row) =>
    recordEntry(
      'speakers',
      row,
      site,
      [row.recordedAt, row.updatedAt],
      [
        t(`speakerKind.${row.kind as 'person'}`),
        row.description,
        t('data.claims', { n: row.claims, unsupported: row.unsupported }),
      ],
    ),
  )
}

export const sourceEntries = (rows: readonly SourceRow[], site: string): Entry[] => {
  return rows.map((row) =>
    recordEntry(
      'sources',
      row,
      site,
      [row.recordedAt, row.updatedAt],
      [
        t(`sourceKind.${row.kind as 'study'}`),
        row.status === 'current' ? null : t(`sourceStatus.${row.status as 'retracted'}`),
        row.publisher,
        t('claims.total', { n: row.claims }),
      ],
    ),
  )
}

/** A topic whose recording no event tells of stands at the beginning of time. */
const LONG_AGO = new Date(0).toISOString()

export const topicEntries = (
  rows: readonly (TopicRow & { recordedAt: string | null })[],
  site: string,
): Entry[] => {
  return rows.map((row) => {
    const at = row.recordedAt ?? LONG_AGO
    return recordEntry('topics', row, site, [at, at], [row.description, t('claims.total', { n: row.claims })])
  })
}

/** What happened to a claim, one entry each. */
export const historyEntries = (claim: ClaimPage, site: string): Entry[] => {
  const url = pageUrl(site, 'claims', claim.slug)
  const status = (value: string) => t(`status.${value as 'contested'}`)
  const field = (name: string) => {
    const key = `history.fields.${name}` as 'history.fields.statement'
    return t.has(key) ? t(key) : name
  }
  const paragraphs = ({ changes, status: move, reason }: HistoryEntry) => [
    ...(changes.length > 0
      ? [t('data.fields', { fields: changes.map((change) => field(change.field)).join(', ') })]
      : []),
    ...(move
      ? [
          move.before
            ? t('data.statusMoved', { before: status(move.before), after: status(move.after) })
            : t('data.statusFirst', { after: status(move.after) }),
        ]
      : []),
    ...(move?.cause ? [t('data.because', { cause: move.cause })] : []),
    ...(reason ? [t('data.reason', { reason })] : []),
  ]
  return claim.history.map((entry) => ({
    id: entryId(site, 'history', `${claim.id}:${entry.at}:${entry.kind}:${entry.version ?? ''}`),
    url: entry.version === null ? url : `${url}/v/${entry.version}`,
    title: t(`history.${entry.kind as 'claim.recorded'}`, { actor: entry.actor }),
    published: new Date(entry.at),
    updated: new Date(entry.at),
    paragraphs: paragraphs(entry),
    tags: [],
  }))
}
