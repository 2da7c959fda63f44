import { constructTable, createColumnHelper, tableFeatures } from '@tanstack/react-table'
import { flexRender } from '@tanstack/react-table/flex-render'
import { storeReactivityBindings } from '@tanstack/table-core/store-reactivity-bindings'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { HeadCell } from '@/app/_kit/head-cell'
import type { ClaimRow } from '@/lib/queries/views'
import { SpeakerName } from './names'
import { Statement } from './statement'
import { StatusHint } from './status-hint'
import { When } from './when'

/** A heading of a column, with the address of the list sorted by it. */
export interface ColumnHead {
  id: string
  label: string
  title?: string
  sort?: { href: string; label: string; state: 'ascending' | 'descending' | 'none' }
}

/** On a phone rows are blocks, which browsers take for no table unless they are told. */
const AS = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  cell: { role: 'cell' },
} as const

const features = tableFeatures({ coreReactivityFeature: storeReactivityBindings() })
const helper = createColumnHelper<typeof features, ClaimRow>()

function Topics({ claim }: { claim: ClaimRow }) {
  return (
    <ul className="mt-0.5 hidden flex-wrap gap-x-3 text-small text-muted md:flex">
      {claim.topics.map((topic) => (
        <li key={topic.slug}>
          <Link href={`/topics/${topic.slug}`} className="plain-link">
            <bdi>{topic.name}</bdi>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function WithTopics({ claim, topics }: { claim: ClaimRow; topics: boolean }) {
  return (
    <>
      <Statement claim={claim} className="leading-snug" />
      {topics && claim.topics.length > 0 ? <Topics claim={claim} /> : null}
    </>
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

const columnsWith = (topics: boolean) =>
  helper.columns([
    helper.display({
      id: 'statement',
      cell: ({ row }) => <WithTopics claim={row.original} topics={topics} />,
    }),
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
    helper.display({ id: 'said', cell: ({ row }) => <When edtf={row.original.saidOn} /> }),
  ])

/** Topics stand below the statement: a column of their own would take the room that names need. */
const COLUMNS = { plain: columnsWith(false), withTopics: columnsWith(true) }

/** On a phone a row becomes: status, statement, then the speaker, with the date at the end of that line. */
const CELL: Record<string, string> = {
  statement: 'order-2 col-span-2 mb-2 mt-1 md:my-0 md:w-[42%]',
  status: 'order-1 col-span-2 md:w-[19%]',
  speaker: 'order-3 md:w-[22%]',
  origins: 'hidden md:table-cell text-end numbers',
  evidence: 'hidden md:table-cell text-end numbers whitespace-nowrap',
  said: 'order-4 whitespace-nowrap numbers text-muted md:text-ink',
}

const ARROW = { ascending: '↑', descending: '↓', none: '' }

/**
 * The table of claims. Sorting, filtering and paging are addresses, so the table is made on the server alone, and
 * nothing of it is sent to be run in the browser.
 */
export function ClaimsTable({
  claims,
  heads,
  caption,
}: {
  claims: ClaimRow[]
  heads: ColumnHead[]
  caption: string
}) {
  const shown = new Set(heads.map((head) => head.id))
  const columns = shown.has('topic') ? COLUMNS.withTopics : COLUMNS.plain
  const table = constructTable({ features, columns, data: claims, getRowId: (claim) => claim.slug })
  return (
    <table {...AS.table} className="block w-full md:table">
      <caption className="sr-only">{caption}</caption>
      <thead className="sticky top-0 z-[1] hidden bg-paper md:table-header-group">
        <tr>
          {heads
            .filter((head) => head.id !== 'topic')
            .map((head) => (
              <HeadCell
                key={head.id}
                title={head.title}
                numeric={head.id === 'origins' || head.id === 'evidence'}
                sorted={head.sort?.state === 'none' ? undefined : head.sort?.state}
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
              </HeadCell>
            ))}
        </tr>
      </thead>
      <tbody {...AS.rowgroup} className="block md:table-row-group">
        {table.getRowModel().rows.map((row) => (
          <tr
            key={row.id}
            {...AS.row}
            className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-b border-rule py-2.5 md:table-row md:py-0"
          >
            {row
              .getAllCells()
              .filter((cell) => shown.has(cell.column.id))
              .map((cell) => (
                <td
                  key={cell.id}
                  {...AS.cell}
                  className={`block align-baseline md:table-cell md:py-2.5 md:pe-4 md:last:pe-0 ${CELL[cell.column.id]}`}
                >
                  {flexRender(cell.column.columnDef.cell, cell.getContext())}
                </td>
              ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
