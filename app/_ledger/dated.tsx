export interface DatedWords {
  text: string
  /** What a machine reads, where the date has such a form. */
  machine: string | null
  isDated: boolean
}

/** A date, in words that are given. */
export function Dated({ text, machine, isDated }: DatedWords) {
  if (!isDated) return <span className="text-muted">{text}</span>
  return machine ? <time dateTime={machine}>{text}</time> : <span>{text}</span>
}
