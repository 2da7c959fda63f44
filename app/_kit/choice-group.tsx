import type { ReactNode } from 'react'

/** A set of controls under one name, which folds away without JavaScript. */
export function ChoiceGroup({
  title,
  open,
  children,
}: {
  title: string
  open: boolean
  children: ReactNode
}) {
  return (
    <details open={open} className="border-t border-rule py-2">
      <summary className="font-medium">{title}</summary>
      <fieldset className="mt-1.5">
        <legend className="sr-only">{title}</legend>
        {children}
      </fieldset>
    </details>
  )
}
