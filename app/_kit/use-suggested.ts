'use client'
import { useRef, useState } from 'react'

/** Keystrokes come faster than answers are of use. */
const PAUSE_MS = 120

/**
 * What an address suggests for a text while it is typed. An answer that comes after a later question is dropped, and one
 * that does not come changes nothing: what was typed is looked up when the form is sent.
 * @param addressOf where to ask for a text, which is never empty
 * @param itemsOf the items of the answer, which is JSON
 */
export const useSuggested = <Answer, Item>(
  addressOf: (text: string) => string,
  itemsOf: (answer: Answer) => readonly Item[],
) => {
  const [found, setFound] = useState<readonly Item[]>([])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const asked = useRef(0)
  const ask = (text: string) => {
    clearTimeout(timer.current)
    const turn = ++asked.current
    if (text.trim() === '') return setFound([])
    timer.current = setTimeout(async () => {
      const response = await fetch(addressOf(text)).catch(() => null)
      const answer = response?.ok ? ((await response.json()) as Answer) : null
      if (answer && turn === asked.current) setFound(itemsOf(answer))
    }, PAUSE_MS)
  }
  return { found, ask }
}
