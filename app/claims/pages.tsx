import { type ClaimQuery, hrefOf, LAST, withPage } from '@/lib/domain/query'
import { PageLinks } from '../page-links'

/** Links to the pages of claims next to this one, and to both ends. */
export function Pages({
  query,
  after,
  before,
}: {
  query: ClaimQuery
  after: string | null
  before: string | null
}) {
  return (
    <PageLinks
      after={after}
      before={before}
      first={hrefOf(withPage(query, 'first'))}
      last={hrefOf(withPage(query, { before: LAST }))}
      beside={(page) => hrefOf(withPage(query, page))}
    />
  )
}
