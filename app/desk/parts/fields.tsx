/** The controls of the kit, filled from a form that is shown: its value, and the sentence that is about it. */
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Field, Select, TextArea } from '@/app/_kit/field'
import { newId } from '@/lib/domain/ids'
import { problemAt, type Shown, valueAt } from './shown'

interface Props {
  shown: Shown
  name: string
  label: string
  hint?: string
}

const common = ({ shown, name, label, hint }: Props) => ({
  name,
  label,
  hint,
  error: problemAt(shown, name)?.sentence,
  defaultValue: valueAt(shown, name),
})

export function Line({ required, ...props }: Props & { required?: boolean }) {
  return <Field {...common(props)} required={required} autoComplete="off" />
}

export function Lines({ required, ...props }: Props & { required?: boolean }) {
  return <TextArea {...common(props)} required={required} />
}

export function Choice({ options, ...props }: Props & { options: readonly [string, string][] }) {
  return (
    <Select {...common(props)}>
      {options.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </Select>
  )
}

export function Tick({ shown, name, label }: Props) {
  return (
    <label className="flex items-baseline gap-2 py-0.5">
      <input
        type="checkbox"
        name={name}
        value="on"
        defaultChecked={valueAt(shown, name) === 'on'}
        className="relative top-0.5 accent-link"
      />
      <span>{label}</span>
    </label>
  )
}

/** The id of what the form makes: sent twice, it makes one record. */
export function Once({ shown }: { shown: Shown }) {
  return <input type="hidden" name="once" value={valueAt(shown, 'once') || newId()} />
}

/** The end of a form: why, and the one button. */
export function Send({ shown, reason, label }: { shown: Shown; reason?: boolean; label: string }) {
  const t = useTranslations('editSpeaker')
  return (
    <div className="space-y-4 border-t border-rule pt-4">
      {shown.version === null ? null : <input type="hidden" name="version" value={shown.version} />}
      {reason ? <Lines shown={shown} name="reason" label={t('reason')} hint={t('reasonHint')} /> : null}
      <button type="submit" className="button">
        {label}
      </button>
    </div>
  )
}

export function FormBody({ action, children }: { action: string; children: ReactNode }) {
  return (
    <form method="post" action={action} className="max-w-[46rem] space-y-4">
      {children}
    </form>
  )
}
