'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Palette, type PaletteGroup } from '@/app/_kit/palette'
import type { JumpGroup } from '@/lib/queries/search/palette'
import type { PaletteWords } from './words'

/** Keystrokes come faster than answers are of use. */
const PAUSE_MS = 120

interface Answer {
  /** What was asked, so that an answer that comes late is known. */
  text: string
  groups: JumpGroup[] | null
}

const asked = async (text: string, signal: AbortSignal): Promise<Answer> => {
  const response = await fetch(`/search/suggest?q=${encodeURIComponent(text)}`, { signal })
  if (!response.ok) return { text, groups: null }
  return { text, ...((await response.json()) as { groups: JumpGroup[] }) }
}

/** Jumps to speakers, sources, topics and claims while one types. Loaded when it is first opened. */
export default function SearchPalette({ words, onClose }: { words: PaletteWords; onClose: () => void }) {
  const router = useRouter()
  const [text, setText] = useState('')
  const [answer, setAnswer] = useState<Answer>({ text: '', groups: [] })
  useEffect(() => {
    const abort = new AbortController()
    const timer = setTimeout(
      () =>
        asked(text, abort.signal).then(setAnswer, () => {
          if (!abort.signal.aborted) setAnswer({ text, groups: null })
        }),
      PAUSE_MS,
    )
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [text])
  const typed = text.trim()
  const groups: PaletteGroup[] = (answer.groups ?? []).map(({ kind, jumps }) => ({
    value: words.groups[kind],
    items: jumps,
  }))
  if (typed !== '')
    groups.push({
      value: words.everything,
      items: [
        {
          href: `/search?q=${encodeURIComponent(typed)}`,
          label: `${words.searchFor} “${typed}”`,
          hint: null,
        },
      ],
    })
  const found = (answer.groups ?? []).reduce((n, { jumps }) => n + jumps.length, 0)
  const status =
    answer.groups === null
      ? words.failed
      : typed === ''
        ? words.hint
        : answer.text !== text
          ? words.searching
          : found === 0
            ? words.nothing
            : `${words.found} ${found}`
  return (
    <Palette
      groups={groups}
      text={text}
      status={status}
      label={words.label}
      close={words.close}
      onText={setText}
      onChoose={({ href }) => {
        onClose()
        router.push(href as '/')
      }}
      onClose={onClose}
    />
  )
}
