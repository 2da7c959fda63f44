import { type ReactNode, useId } from 'react'

/** A part of a page under its heading, with a hairline above. */
export function Section({
  title,
  note,
  id,
  children,
  className = '',
}: {
  title: ReactNode
  note?: ReactNode
  id?: string
  children: ReactNode
  className?: string
}) {
  const heading = useId()
  return (
    <section id={id} aria-labelledby={heading} className={`mt-9 border-t border-rule pt-3 ${className}`}>
      <div className="mb-3 flex flex-wrap items-baseline gap-x-3">
        <h2 id={heading} className="text-base font-semibold">
          {title}
        </h2>
        {note ? <p className="label">{note}</p> : null}
      </div>
      {children}
    </section>
  )
}
