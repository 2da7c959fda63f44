'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { StatusBadge } from '@/app/_ledger/status-badge'
import type { RepeatView } from '@/lib/queries/claims/repeat-view'

/** Long enough that a sentence is asked about, not its every letter. */
const PAUSE_MS = 400
/** Fewer letters say nothing yet. */
const SHORT = 12

/** Claims that may already say it, asked for while the statement is typed. */
const useRepeats = (statement: string, quote: string, except: string, initial: RepeatView[]) => {
  const [found, setFound] = useState(initial)
  useEffect(() => {
    if (statement.trim().length < SHORT) return setFound([])
    const gone = new AbortController()
    const timer = setTimeout(async () => {
      const query = new URLSearchParams({ q: statement, quote, except })
      const response = await fetch(`/desk/repeats?${query}`, { signal: gone.signal }).catch(() => null)
      if (response?.ok) setFound(((await response.json()) as { repeats: RepeatView[] }).repeats)
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      gone.abort()
    }
  }, [statement, quote, except])
  return found
}

/** Whether the claim is recorded already: its writer decides, and nothing is joined by itself. */
export function Repeats({
  statement,
  quote,
  speaker,
  except,
  initial,
  onStep,
}: {
  statement: string
  quote: string
  speaker: string
  except: string
  initial: RepeatView[]
  onStep: (step: string) => void
}) {
  const t = useTranslations('claimForm')
  const [dismissed, setDismissed] = useState<readonly string[]>([])
  const found = useRepeats(statement, quote, except, initial).filter(({ slug }) => !dismissed.includes(slug))
  if (found.length === 0) return null
  return (
    <section aria-labelledby="repeats" className="mt-6 border-t border-rule pt-3">
      <h2 id="repeats" className="label mb-1.5">
        {t('repeats')}
      </h2>
      <ul>
        {found.map((repeat) => {
          const same = repeat.speaker !== null && repeat.speaker === speaker.trim()
          return (
            <li key={repeat.slug} className="border-t border-rule py-2 first:border-t-0 first:pt-0">
              <p className="font-serif leading-snug">
                <a href={`/claims/${repeat.slug}`} target="_blank" rel="noreferrer" className="plain-link">
                  <bdi>{repeat.statement}</bdi>
                </a>
              </p>
              <p className="label flex flex-wrap gap-x-2">
                <span>{repeat.speaker ?? t('nobody')}</span>
                <span className="numbers">{t('alike', { percent: Math.round(repeat.score * 100) })}</span>
                <StatusBadge status={repeat.shownStatus} />
              </p>
              <p className="mt-1 flex flex-wrap gap-x-4">
                <button
                  type="submit"
                  name="do"
                  value={`restates.${repeat.slug}`}
                  formNoValidate
                  className="cursor-pointer text-link underline"
                  onClick={(event) => {
                    event.preventDefault()
                    onStep(`restates.${repeat.slug}`)
                  }}
                >
                  {t(same ? 'repeatSame' : 'repeatOther')}
                </button>
                <button
                  type="button"
                  className="cursor-pointer text-link underline"
                  onClick={() => setDismissed((now) => [...now, repeat.slug])}
                >
                  {t('repeatNot')}
                </button>
              </p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
