'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import type { ListName } from '@/lib/domain/claim-form/steps'
import { useClaimForm } from './context'

interface Row<T> {
  key: number
  value: T
}

/**
 * Rows of one kind under each other, with a button that adds one and a button in each that takes it out. Both are
 * plain submit buttons: without JavaScript they save the draft and show the page again with the row.
 */
export function Rows<T>({
  name,
  values,
  fresh,
  adders,
  label,
  children,
}: {
  name: ListName
  values: readonly T[]
  /** A row to begin with; `after` are the rows that stand there now. */
  fresh: (detail: string | undefined) => T
  /** The buttons: what they say, and which kind of row they add. */
  adders: readonly { label: string; detail?: string }[]
  /** What a row is called, for whoever hears the page. */
  label: (index: number) => string
  children: (value: T, path: string, index: number) => ReactNode
}) {
  const t = useTranslations('claimForm')
  const { changed } = useClaimForm()
  const [rows, setRows] = useState<Row<T>[]>(() => values.map((value, key) => ({ key, value })))
  const [next, setNext] = useState(values.length)
  return (
    <div id={name} className="space-y-3">
      {rows.map(({ key, value }, index) => {
        const path = `${name}.${key}`
        return (
          <fieldset key={key} id={path} className="relative border-s-2 border-rule ps-3">
            <legend className="sr-only">{label(index)}</legend>
            <input type="hidden" name={`${path}.at`} value="1" />
            {children(value, path, index)}
            <button
              type="submit"
              name="do"
              value={`remove.${name}.${index}`}
              formNoValidate
              title={t('remove')}
              aria-label={`${t('remove')}: ${label(index)}`}
              className="absolute -top-1 end-0 grid size-7 cursor-pointer place-items-center text-muted hover:text-ink"
              onClick={(event) => {
                event.preventDefault()
                setRows((now) => now.filter((row) => row.key !== key))
                changed()
              }}
            >
              <X aria-hidden="true" size={15} />
            </button>
          </fieldset>
        )
      })}
      <p className="flex flex-wrap gap-2">
        {adders.map(({ label: text, detail }) => (
          <button
            key={text}
            type="submit"
            name="do"
            value={['add', name, detail].filter(Boolean).join('.')}
            formNoValidate
            className="button button-quiet"
            onClick={(event) => {
              event.preventDefault()
              setRows((now) => [...now, { key: next, value: fresh(detail) }])
              setNext((n) => n + 1)
              changed()
              const path = `${name}.${next}`
              requestAnimationFrame(() =>
                document
                  .getElementById(path)
                  ?.querySelector<HTMLElement>('input:not([type=hidden]), select')
                  ?.focus(),
              )
            }}
          >
            {text}
          </button>
        ))}
      </p>
    </div>
  )
}
