'use client'
import { useState } from 'react'

/** Copies a text; without JavaScript the text itself can be selected, and this stays out of the way. */
export function CopyButton({ text, label, done }: { text: string; label: string; done: string }) {
  const [copied, setCopied] = useState(false)
  return (
    <button
      type="button"
      className="button button-quiet no-print"
      onClick={async () => {
        await navigator.clipboard.writeText(text)
        setCopied(true)
      }}
    >
      <span aria-live="polite">{copied ? done : label}</span>
    </button>
  )
}
