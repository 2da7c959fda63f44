import Link from 'next/link'

/** A few views of one list, as links in a line; the one that is shown is marked. */
export function ChoiceLine({
  label,
  choices,
}: {
  label: string
  choices: { label: string; href: string; current: boolean }[]
}) {
  return (
    <nav aria-label={label} className="no-print flex flex-wrap items-baseline gap-x-3">
      <span className="label" aria-hidden="true">
        {label}
      </span>
      <ul className="flex flex-wrap gap-x-4">
        {choices.map((choice) => (
          <li key={choice.href}>
            {choice.current ? (
              <span aria-current="true" className="border-b border-ink font-medium">
                {choice.label}
              </span>
            ) : (
              <Link href={choice.href as '/'} prefetch={false}>
                {choice.label}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}
