import { Said } from './said'

/** What is wrong with a form, above it: each sentence leads to its field. */
export function FormErrors({
  title,
  summary,
  problems,
}: {
  title: string
  summary: string | null
  problems: readonly { field: string; sentence: string }[]
}) {
  if (summary === null && problems.length === 0) return null
  return (
    <div role="alert" tabIndex={-1} id="problems" className="mb-5 border-s-4 border-ink bg-wash px-4 py-2.5">
      {summary ? (
        <p className="font-semibold">
          <Said sentence={summary} />
        </p>
      ) : (
        <p className="font-semibold">{title}</p>
      )}
      {problems.length > 0 ? (
        <ul className="mt-1 list-disc ps-5">
          {problems.map(({ field, sentence }) => (
            <li key={`${field} ${sentence}`}>
              <a href={`#at-${field}`} className="inline-block py-0.5">
                <Said sentence={sentence} />
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
