/** The controls of the kit, filled from a form that is shown: its value, and the sentence that is about it. */
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Field, Select, TextArea } from '@/app/_kit/field'
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

/** A record that is named; where the name may mean several, those are offered below it. */
export function NameLine(props: Props) {
  const { shown, name, label, hint } = props
  const t = useTranslations()
  const problem = problemAt(shown, name)
  const text = valueAt(shown, `${name}.text`)
  return (
    <div className="min-w-0">
      <Field
        label={label}
        hint={hint}
        error={problem?.sentence}
        name={`${name}.text`}
        defaultValue={text}
        autoComplete="off"
      />
      <input type="hidden" name={`${name}.id`} value={valueAt(shown, `${name}.id`)} />
      <input type="hidden" name={`${name}.name`} value={valueAt(shown, `${name}.name`)} />
      {problem?.candidates?.length ? (
        <fieldset className="mt-1 space-y-0.5">
          <legend className="sr-only">{t('editSpeaker.which', { text })}</legend>
          <input type="hidden" name={`${name}.of`} value={text.trim()} />
          {problem.candidates.map(({ id, name: called, kind, type, hint }) => (
            <label key={id} className="flex items-baseline gap-2">
              <input type="radio" name={`${name}.pick`} value={id} className="relative top-0.5 accent-link" />
              <span>
                {called}{' '}
                <span className="label">
                  {[
                    type === 'speaker'
                      ? t(`speakerKind.${kind as 'person'}`)
                      : type === 'source'
                        ? t(`sourceKind.${kind as 'study'}`)
                        : null,
                    hint,
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
      ) : null}
    </div>
  )
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
