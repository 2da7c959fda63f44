/** Counting claims with a word stops here: beyond, it costs more than it tells. */
export const MOST_COUNTED = 10_000

/** A count that was stopped is taken to be between there and all of them, in proportion. */
export const aboutHowMany = (counted: number, claims: number): number =>
  counted < MOST_COUNTED ? counted : Math.sqrt(MOST_COUNTED * Math.max(claims, MOST_COUNTED))

/**
 * Claims that are looked at for one search, the last recorded first: as many as have a word that one in a hundred of a
 * million has. Of what is commoner, older claims are not looked at (docs/decisions/0070).
 */
export const MOST_MATCHED = 10_000

/** Counted one by one up to here: each costs two look-ups, and a search for common words has as many as there are. */
export const SEARCH_EXACT_UP_TO = 1_000
