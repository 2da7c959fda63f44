/** What programs that know fact-checks are told of a claim: what it says, who says it, who has judged it. */

export interface FactCheckSpeaker {
  name: string
  kind: string
  slug: string
}

export interface FactCheckReview {
  id: string
  reviewer: FactCheckSpeaker & { sameAs: string[] }
  ratingText: string
  /** All three or none (rules.md §5). */
  rating: { value: number; best: number; worst: number } | null
  summary: string | null
  title: string | null
  /** Where the reviewer published it; null where it stands in this ledger only. */
  url: string | null
  language: string
  /** EDTF. */
  reviewedOn: string
  /** Moments as ISO 8601. */
  recordedAt: string
  updatedAt: string
}

export interface FactCheckedClaim {
  slug: string
  statement: string
  quote: string | null
  language: string
  /** Null for a rumour, and for a maker without a name. */
  speaker: FactCheckSpeaker | null
  /** EDTF. */
  saidOn: string | null
  /** Where it appears, the earliest first. */
  appearances: { title: string; slug: string; url: string | null; publishedAt: string | null }[]
  /** Published verdicts, the latest first. */
  reviews: FactCheckReview[]
}
