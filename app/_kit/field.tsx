import { CircleAlert } from 'lucide-react'
import { type ComponentProps, useId } from 'react'

/** What stands around a control: its label, a hint on how to fill it in, what is wrong with what was filled in. */
interface Around {
  label: string
  hint?: string
  error?: string
}

function useAround({ hint, error }: Around) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return {
    id,
    control: { id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined },
  }
}

function Label({ id, label }: { id: string; label: string }) {
  return (
    <label className="label block" htmlFor={id}>
      {label}
    </label>
  )
}

function Notes({ id, hint, error }: { id: string; hint?: string; error?: string }) {
  return (
    <>
      {hint ? (
        <p id={`${id}-hint`} className="label mt-0.5">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="mt-0.5 flex gap-1.5 font-medium">
          <CircleAlert aria-hidden="true" size={15} className="mt-[0.15em] shrink-0" />
          {error}
        </p>
      ) : null}
    </>
  )
}

/** Where a list of problems leads to: the field of that name. */
const placeOf = (name: string | undefined) => (name ? `at-${name}` : undefined)

/** A line to write in, with its label, hint and error tied to it. */
export function Field({ label, hint, error, ...input }: Around & ComponentProps<'input'>) {
  const { id, control } = useAround({ label, hint, error })
  return (
    <div id={placeOf(input.name)}>
      <Label id={id} label={label} />
      <input {...input} {...control} className="field" />
      <Notes id={id} hint={hint} error={error} />
    </div>
  )
}

/** Several lines to write in. */
export function TextArea({ label, hint, error, ...area }: Around & ComponentProps<'textarea'>) {
  const { id, control } = useAround({ label, hint, error })
  return (
    <div id={placeOf(area.name)}>
      <Label id={id} label={label} />
      <textarea rows={2} {...area} {...control} className={`field ${area.className ?? ''}`} />
      <Notes id={id} hint={hint} error={error} />
    </div>
  )
}

/** A choice of one among a few, by the browser's own control. */
export function Select({ label, hint, error, children, ...select }: Around & ComponentProps<'select'>) {
  const { id, control } = useAround({ label, hint, error })
  return (
    <div id={placeOf(select.name)}>
      <Label id={id} label={label} />
      <select {...select} {...control} className="field">
        {children}
      </select>
      <Notes id={id} hint={hint} error={error} />
    </div>
  )
}
