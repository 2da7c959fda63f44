/** What came of the records of a file, or would come of them. */
import type { FileShape } from './shape'

/** Verdicts' words as they stand in the file, with how often; the table of the mapping is made of them. */
export interface RatingCount {
  publisher: string
  from: string
  n: number
}

/** An update, as the first of them are shown. */
export interface ShownUpdate {
  line: number
  statement: string
  fields: string[]
}

export interface Report {
  rows: number
  created: number
  updated: number
  unchanged: number
  /** Records that were left out, each with a problem. */
  skipped: number
  /** Records of which only a part was left out. */
  partly: number
  speakers: number
  sources: number
  topics: number
  reviews: number
  /** Verdicts that were left out because nobody is named whose they are. */
  reviewsOfNobody: number
  ratings: RatingCount[]
  updates: ShownUpdate[]
  /** Problems beyond those that are kept. */
  moreProblems: number
}

export const emptyReport = (): Report => ({
  rows: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  skipped: 0,
  partly: 0,
  speakers: 0,
  sources: 0,
  topics: 0,
  reviews: 0,
  reviewsOfNobody: 0,
  ratings: [],
  updates: [],
  moreProblems: 0,
})

/** Words and updates that a report lists; a column of free text has more of them than anybody reads. */
const MOST_RATINGS = 300
const MOST_UPDATES = 50

const sameRating = (a: RatingCount) => (b: RatingCount) => a.publisher === b.publisher && a.from === b.from

/** The report of more records added to that of the ones before them. */
export const added = (report: Report, more: Report): Report => {
  const ratings = report.ratings.map((rating) => ({ ...rating }))
  for (const rating of more.ratings) {
    const known = ratings.find(sameRating(rating))
    if (known) known.n += rating.n
    else if (ratings.length < MOST_RATINGS) ratings.push({ ...rating })
  }
  const sums = Object.fromEntries(
    Object.entries(report).flatMap(([name, n]) =>
      typeof n === 'number' ? [[name, n + (more[name as keyof Report] as number)]] : [],
    ),
  )
  return {
    ...report,
    ...sums,
    ratings,
    updates: [...report.updates, ...more.updates].slice(0, MOST_UPDATES),
  }
}

/** What a record's number counts. */
export const unitOf = (format: FileShape['format']): 'line' | 'record' =>
  format === 'csv' || format === 'jsonl' ? 'line' : 'record'
