import { Badge, type BadgeWords } from './badge'

/** A status in a list: the sentence is one hover, focus or tap away, with or without JavaScript. */
export function StatusHint({ sentence, ...badge }: BadgeWords & { sentence: string }) {
  return (
    <details className="hint" name="status">
      <summary className="list-none [&::-webkit-details-marker]:hidden" title={sentence}>
        <Badge {...badge} />
      </summary>
      <p className="mt-1 max-w-[42ch] text-small text-muted">{sentence}</p>
    </details>
  )
}
