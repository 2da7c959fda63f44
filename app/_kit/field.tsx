import { CircleAlert } from 'lucide-react'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { Said } from './said'

/** What stands around a control: its label, a hint on how to fill it in, what is wrong with what was filled in. */
interface Around {
  label: string
  hint?: string
  error?: string
}

/** What ties a control to what stands around it. */
interface Tied {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

/** A control with its label, hint and error; a list of problems leads to `at-` and its name. */
export function Labelled({
  label,
  hint,
  error,
  name,
  children,
}: Around & { name: string | undefined; children: (control: Tied) => ReactNode }) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div id={name ? `at-${name}` : undefined} className="min-w-0">
      <label className="label block" htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {hint ? (
        <p id={`${id}-hint`} className="label mt-0.5">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="mt-0.5 flex gap-1.5 font-medium">
          <CircleAlert aria-hidden="true" size={15} className="mt-[0.15em] shrink-0" />
          <Said sentence={error} />
        </p>
      ) : null}
    </div>
  )
}

/** A line to write in. */
export function Field({ label, hint, error, ...input }: Around & ComponentProps<'input'>) {
  return (
    <Labelled label={label} hint={hint} error={error} name={input.name}>
      {(control) => <input {...input} {...control} className="field" />}
    </Labelled>
  )
}

/** Several lines to write in. */
export function TextArea({ label, hint, error, ...area }: Around & ComponentProps<'textarea'>) {
  return (
    <Labelled label={label} hint={hint} error={error} name={area.name}>
      {(control) => <textarea rows={2} {...area} {...control} className={`field ${area.className ?? ''}`} />}
    </Labelled>
  )
}

/** A choice of one among a few, by the browser's own control. */
export function Select({ label, hint, error, children, ...select }: Around & ComponentProps<'select'>) {
  return (
    <Labelled label={label} hint={hint} error={error} name={select.name}>
      {(control) => (
        <select {...select} {...control} className="field">
          {children}
        </select>
      )}
    </Labelled>
  )
}
