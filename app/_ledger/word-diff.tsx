import { diffWords } from 'diff'

/** Beyond this many changed words a comparison word by word tells nothing, and costs more than it should. */
const MOST_EDITS = 300

/**
 * One text and what became of it, word by word: struck through what was taken out, underlined what was put in.
 * A reader that hears the page gets the sentence instead.
 */
export function WordDiff({ before, after, sentence }: { before: string; after: string; sentence: string }) {
  const parts = diffWords(before, after, { maxEditLength: MOST_EDITS })
  if (!parts) return <>{sentence}</>
  return (
    <>
      <span className="sr-only">{sentence}</span>
      <span aria-hidden="true">
        {parts.map(({ value, added, removed }, i) => {
          const key = `${i}${value}`
          if (added)
            return (
              <ins key={key} className="text-ink underline decoration-1 underline-offset-2">
                {value}
              </ins>
            )
          return removed ? <del key={key}>{value}</del> : <span key={key}>{value}</span>
        })}
      </span>
    </>
  )
}
