/** A view of the claims as it is kept: the one text that its address has, from its first page. */
import type { ClaimQuery } from './claim-query'
import { firstPage, paramsOf } from './href'
import type { Dropped } from './params'
import { parseClaimQuery } from './parse'

/** The longest address that is kept, in letters, all of them ASCII. PostgreSQL indexes no text beyond 2,704 bytes. */
export const ADDRESS_MOST = 2_000

/** The part of a view's address after the question mark: the same for every way of writing the view, on any page. */
export const viewAddress = (query: ClaimQuery): string => paramsOf(firstPage(query)).toString()

/** Reads such a text, or what somebody made of it. Never throws; what was dropped is said, a page marker apart. */
export const readViewAddress = (text: string): { query: ClaimQuery; dropped: Dropped[] } => {
  const { query, dropped } = parseClaimQuery(new URLSearchParams(text))
  return { query: firstPage(query), dropped: dropped.filter(({ why }) => why !== 'bad_cursor') }
}
