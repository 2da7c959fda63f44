import { StatusBadge } from './status-badge'

/** A status in a list: the sentence is one hover, focus or tap away, with or without JavaScript. */
export function StatusHint({
  status,
  flags,
  sentence,
}: {
  status: string
  flags: readonly string[]
  sentence: string
}) {
  return (
    <details className="hint" name="status">
      <summary className="list-none [&::-webkit-details-marker]:hidden" title={sentence}>
        <StatusBadge status={status} flags={flags} />
      </summary>
      <p className="mt-1 max-w-[42ch] text-small text-muted">{sentence}</p>
    </details>
  )
}
