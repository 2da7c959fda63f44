import Link from 'next/link'

/** A dotted ring for an unnamed group, a portico for an organization; a person has no mark. */
function KindMark({ kind }: { kind: string }) {
  if (kind === 'person') return null
  return (
    <svg
      viewBox="0 0 12 12"
      width="11"
      height="11"
      aria-hidden="true"
      className="relative -top-[0.05em] me-1 inline-block text-muted"
    >
      {kind === 'anonymous' ? (
        <circle
          cx="6"
          cy="6"
          r="4.5"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.4"
          strokeDasharray="1.4 2"
        />
      ) : (
        <path
          d="M1 4.4 6 1l5 3.4M2.6 6v3.6M6 6v3.6M9.4 6v3.6M1 11.2h10"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.3"
        />
      )}
    </svg>
  )
}

export interface SpeakerWords {
  slug: string
  name: string
  kind: string
  /** What follows the name of an unnamed group: who vouches for it. */
  vouched: string | null
}

/** A speaker's name as a link, in words that are given. */
export function SpeakerLink({ slug, name, kind, vouched }: SpeakerWords) {
  return (
    <span>
      <KindMark kind={kind} />
      <Link href={`/speakers/${slug}`}>
        <bdi>{name}</bdi>
      </Link>
      {vouched ? <span className="text-small text-muted">{vouched}</span> : null}
    </span>
  )
}
