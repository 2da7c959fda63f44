import { constructTable, createColumnHelper, tableFeatures } from '@tanstack/react-table'
import { storeReactivityBindings } from '@tanstack/table-core/store-reactivity-bindings'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { HeadCell } from '@/app/_kit/head-cell'
import type { ClaimRow } from '@/lib/queries/views'
import { type ClaimLine, ClaimLines } from './claim-lines'
import { speakerWordsIn } from './names'
import { sentenceIn } from './sentence'
import { badgeWordsIn } from './status-badge'
import { datedIn } from './when'

/** A heading of a column, with the address of the list sorted by it. */
export interface ColumnHead {
  id: string
  label: string
  title?: string
  sort?: { href: string; label: string; state: 'ascending' | 'descending' | 'none' }
}

const features = tableFeatures({ coreReactivityFeature: storeReactivityBindings() })
const helper = createColumnHelper<typeof features, ClaimRow>()

/** What the rows are put in words with. */
interface Words {
  badge: ReturnType<typeof badgeWordsIn>
  sentence: ReturnType<typeof sentenceIn>
  speaker: ReturnType<typeof speakerWordsIn>
  dated: ReturnType<typeof datedIn>
}

/**
 * The columns, in order.
 * @param topics whether they are shown. They stand below the statement: a column of their own would take the room that
 *   names need.
 */
const columnsIn = (words: Words, topics: boolean) =>
  helper.columns([
    helper.accessor(
      ({ slug, statement, language, quote, topics: all }): ClaimLine['statement'] => ({
        slug,
        statement,
        language,
        quote,
        topics: topics ? all.map(({ slug, name }) => ({ slug, name })) : [],
      }),
      { id: 'statement' },
    ),
    helper.accessor(
      (claim): ClaimLine['status'] => ({
        ...words.badge(claim.shownStatus, claim.flags),
        sentence: words.sentence(claim),
      }),
      { id: 'status' },
    ),
    helper.accessor(({ speaker }): ClaimLine['speaker'] => speaker && words.speaker(speaker), {
      id: 'speaker',
    }),
    helper.accessor(({ origins }) => String(origins?.supports ?? '–'), { id: 'origins' }),
    helper.accessor(({ evidence }) => `${evidence.supports} / ${evidence.contradicts}`, { id: 'evidence' }),
    helper.accessor(({ saidOn }) => words.dated(saidOn), { id: 'said' }),
  ])

const ARROW = { ascending: '↑', descending: '↓', none: '' }

/**
 * The table of claims. Sorting, filtering and paging are addresses, so the table is made on the server alone; what is
 * sent of it to the browser is how a row is drawn, and the words of each. Its role is said, as on a phone it is a block,
 * which browsers take for no table.
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
  const t = useTranslations()
  const locale = useLocale()
  const words: Words = {
    badge: badgeWordsIn(t),
    sentence: sentenceIn(useTranslations('sentence'), locale),
    speaker: speakerWordsIn(useTranslations('ref'), locale),
    dated: datedIn(useTranslations('dates'), locale),
  }
  const shown = new Set(heads.map((head) => head.id))
  const columns = columnsIn(words, shown.has('topic'))
  const table = constructTable({ features, columns, data: claims })
  return (
    <table role="table" className="block w-full md:table">
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
      <ClaimLines
        columns={table
          .getAllColumns()
          .map(({ id }) => id as keyof ClaimLine)
          .filter((id) => shown.has(id))}
        lines={table.getRowModel().rows.map((row) =>
          Object.fromEntries(
            row
              .getAllCells()
              .filter((cell) => shown.has(cell.column.id))
              .map((cell) => [cell.column.id, cell.getValue()]),
          ),
        )}
        nobody={t('claims.nobody')}
      />
    </table>
  )
}
