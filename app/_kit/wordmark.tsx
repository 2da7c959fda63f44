/** A line of record: one filled dot, and the rule that carries it. */
export function Wordmark() {
  return (
    <svg viewBox="0 0 18 12" width="18" height="12" aria-hidden="true" className="self-center">
      <path d="M0 10.5h18" stroke="currentColor" strokeWidth="1" />
      <circle cx="4" cy="4.5" r="3.5" fill="currentColor" />
      <path d="M10 3.5h8M10 6.5h5" stroke="currentColor" strokeWidth="1" />
    </svg>
  )
}
