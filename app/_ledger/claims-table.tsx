'use client'
import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ClaimRow } from '@/lib/queries/views'
import { SpeakerName } from './names'
import { Quote } from './quote'
import { StatusHint } from './status-hint'
import { When } from './when'

/** A heading of a column, with the address of the list sorted by it. */
export interface ColumnHead {
  id: string
  label: string
  title?: string
  sort?: { href: string; label: string; state: 'ascending' | 'descending' | 'none' }
}

const features = tableFeatures({})
const helper = createColumnHelper<typeof features, ClaimRow>()

function Statement({ claim }: { claim: ClaimRow }) {
  return (
    <p className="font-serif text-body leading-snug">
      <Link href={`/claims/${claim.slug}`} className="plain-link">
        {claim.statement}
      </Link>
      {claim.quote ? (
        <>
          {' '}
          <Quote text={claim.quote} className="text-muted" />
        </>
      ) : null}
    </p>
  )
}

function Who({ claim }: { claim: ClaimRow }) {
  const t = useTranslations('claims')
  return claim.speaker ? (
    <SpeakerName speaker={claim.speaker} />
  ) : (
    <span className="text-muted">{t('nobody')}</span>
  )
}

function Topics({ claim }: { claim: ClaimRow }) {
  return (
    <ul>
      {claim.topics.map((topic) => (
        <li key={topic.slug}>
          <Link href={`/topics/${topic.slug}`} className="plain-link">
            {topic.name}
          </Link>
        </li>
      ))}
    </ul>
  )
}

const columns = helper.columns([
  helper.display({ id: 'statement', cell: ({ row }) => <Statement claim={row.original} /> }),
  helper.display({
    id: 'status',
    cell: ({ row: { original: c } }) => (
      <StatusHint status={c.shownStatus} flags={c.flags} sentence={c.sentence} />
    ),
  }),
  helper.display({ id: 'speaker', cell: ({ row }) => <Who claim={row.original} /> }),
  helper.display({ id: 'origins', cell: ({ row }) => row.original.origins?.supports ?? '–' }),
  helper.display({
    id: 'evidence',
    cell: ({ row: { original: c } }) => `${c.evidence.supports} / ${c.evidence.contradicts}`,
  }),
  helper.display({ id: 'topic', cell: ({ row }) => <Topics claim={row.original} /> }),
  helper.display({ id: 'said', cell: ({ row }) => <When edtf={row.original.saidOn} /> }),
])

/** On a phone a row becomes: status, statement, then the rest in one line. */
const CELL: Record<string, string> = {
  statement: 'order-2 mb-1.5 w-full md:mb-0 md:w-[40%] md:pt-2.5!',
  status: 'order-1 mb-1 w-full md:mb-0 md:w-44',
  speaker: 'order-3 md:w-40',
  origins: 'hidden md:table-cell text-right numbers',
  evidence: 'hidden md:table-cell text-right numbers whitespace-nowrap',
  topic: 'hidden md:table-cell text-small',
  said: 'order-4 md:whitespace-nowrap numbers text-muted before:content-["·_"] md:before:content-none md:text-ink',
}

const ARROW = { ascending: '↑', descending: '↓', none: '' }

/** The table of claims. Sorting, filtering and paging are addresses; the server does them. */
export function ClaimsTable({
  claims,
  heads,
  caption,
}: {
  claims: ClaimRow[]
  heads: ColumnHead[]
  caption: string
}) {
  'use no memo'
  const table = useTable({ features, columns, data: claims, getRowId: (claim) => claim.slug })
  const shown = new Set(heads.map((head) => head.id))
  return (
    <table className="block w-full md:table">
      <caption className="sr-only">{caption}</caption>
      <thead className="sticky top-0 z-[1] hidden bg-paper md:table-header-group">
        <tr>
          {heads.map((head) => (
            <th
              key={head.id}
              scope="col"
              aria-sort={head.sort?.state === 'none' ? undefined : head.sort?.state}
              title={head.title}
              className={`border-b border-ink py-1.5 pr-4 align-bottom text-small font-medium text-muted last:pr-0 ${head.id === 'origins' || head.id === 'evidence' ? 'text-right' : 'text-left'}`}
            >
              {head.sort ? (
                <Link
                  href={head.sort.href as '/claims'}
                  className="plain-link whitespace-nowrap"
                  aria-label={head.sort.label}
                  prefetch={false}
                >
                  {head.label}
                  <span aria-hidden="true"> {ARROW[head.sort.state]}</span>
                </Link>
              ) : (
                head.label
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block md:table-row-group">
        {table.getRowModel().rows.map((row) => (
          <tr
            key={row.id}
            className="flex flex-wrap gap-x-1.5 border-b border-rule py-2.5 md:table-row md:py-0"
          >
            {row
              .getAllCells()
              .filter((cell) => shown.has(cell.column.id))
              .map((cell) => (
                <td
                  key={cell.id}
                  className={`block md:table-cell md:pb-2.5 md:pr-4 md:pt-[0.8125rem] md:align-top md:last:pr-0 ${CELL[cell.column.id]}`}
                >
                  <table.FlexRender cell={cell} />
                </td>
              ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
