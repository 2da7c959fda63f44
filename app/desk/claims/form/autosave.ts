'use client'
import { useTranslations } from 'next-intl'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

/** After the last keystroke; a crash loses no more than this. */
const PAUSE_MS = 1_500

interface Draft {
  id: string
  version: number
}

/**
 * Keeps the draft on the server while it is typed.
 * @returns what to say about it, a function to call when something was typed, and the draft as it is now
 */
export const useAutosave = (form: RefObject<HTMLFormElement | null>, initial: Draft | null) => {
  const t = useTranslations('claimForm')
  const [draft, setDraft] = useState(initial)
  const [saved, setSaved] = useState('')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const last = useRef<string>(undefined)
  const busy = useRef(false)

  const save = useCallback(async () => {
    if (!form.current || busy.current) return
    const data = new FormData(form.current)
    const text = JSON.stringify([...data.entries()].filter(([name]) => !name.startsWith('draft')))
    if (text === last.current) return
    // What the page came with is kept already, or nothing has been typed.
    if (last.current === undefined) {
      last.current = text
      return
    }
    busy.current = true
    data.set('do', 'keep')
    const response = await fetch('/desk/claims/save', {
      method: 'POST',
      body: new URLSearchParams(data as unknown as Record<string, string>),
      headers: { Accept: 'application/json' },
    }).catch(() => null)
    busy.current = false
    if (response?.ok) {
      const next = (await response.json()) as Draft
      last.current = text
      setDraft(next)
      setSaved(t('saved', { at: new Date().toLocaleTimeString(undefined, { timeStyle: 'short' }) }))
      const address = new URL(window.location.href)
      address.searchParams.set('draft', next.id)
      window.history.replaceState(window.history.state, '', address)
    } else setSaved(t(response?.status === 401 ? 'signedOut' : 'notSaved'))
  }, [form, t])

  const touched = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(save, last.current === undefined ? 0 : PAUSE_MS)
  }, [save])

  useEffect(() => () => clearTimeout(timer.current), [])
  return { saved, touched, draft }
}
