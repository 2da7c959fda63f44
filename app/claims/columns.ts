import { getTranslations } from 'next-intl/server'
import type { ColumnHead } from '@/app/_ledger/claims-table'
import { type ClaimQuery, type ColumnSort, hrefOf, withSort } from '@/lib/domain/query'

const HEADS: { id: string; sort?: ColumnSort; titled?: boolean }[] = [
  { id: 'statement' },
  { id: 'status', sort: 'status' },
  { id: 'speaker', sort: 'speaker' },
  { id: 'origins', sort: 'origins', titled: true },
  { id: 'evidence', titled: true },
  { id: 'topic' },
  { id: 'said', sort: 'saidOn' },
]

/** The headings of the columns that are shown; those that can be sorted by are links to the list so sorted. */
export const columnHeads = async (query: ClaimQuery): Promise<ColumnHead[]> => {
  const t = await getTranslations('claims')
  return HEADS.filter(({ id }) => id === 'statement' || query.columns.some((column) => column === id)).map(
    ({ id, sort, titled }) => {
      const label = t(id as 'status')
      const state = sort !== query.sort.by ? 'none' : query.sort.descending ? 'descending' : 'ascending'
      return {
        id,
        label,
        ...(titled ? { title: t(`${id}Title` as 'originsTitle') } : {}),
        ...(sort
          ? {
              sort: {
                href: hrefOf(withSort(query, sort)),
                label:
                  state === 'none'
                    ? t('sortBy', { column: label })
                    : `${t('sortBy', { column: label })}, ${t(state === 'ascending' ? 'sortedUp' : 'sortedDown')}`,
                state,
              } as const,
            }
          : {}),
      }
    },
  )
}
