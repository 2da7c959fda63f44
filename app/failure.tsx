'use client'
import { useState } from 'react'
import { type Direction, directionOf } from '@/lib/domain/direction'
import ar from '@/messages/ar.failure.json'
import en from '@/messages/en.failure.json'

/** What the framework hands to a page that stands in for one that failed. */
export interface FailureProps {
  error: unknown
  retry: () => void
}

/** The number under which the server's log has what was thrown. */
const digestOf = (error: unknown): string | undefined =>
  error instanceof Error && 'digest' in error ? String(error.digest) : undefined

const WORDS: Record<string, typeof en> = { en, ar }

/** Its words, in the language of the page that failed; where the shell failed too, in that of the browser. */
export const useFailureWords = (): { language: string; direction: Direction; words: typeof en } => {
  const [language] = useState(() => {
    const asked = document.documentElement.lang || navigator.language.split('-')[0] || 'en'
    return asked in WORDS ? asked : 'en'
  })
  return { language, direction: directionOf(language), words: WORDS[language] ?? en }
}

/** What happened, and what to do. Its words are files of their own: they must be in the browser before anything fails, and the catalogue is too large for that. */
export function Failure({ error, retry }: FailureProps) {
  const { words } = useFailureWords()
  const digest = digestOf(error)
  return (
    <div role="alert" className="max-w-[60ch] pt-6">
      <h1 className="font-serif text-3xl">{words.title}</h1>
      <p className="mt-4 text-body">{words.text}</p>
      {digest ? <p className="mt-2 text-muted">{words.number.replace('{digest}', digest)}</p> : null}
      <button type="button" onClick={retry} className="button mt-4">
        {words.retry}
      </button>
    </div>
  )
}
