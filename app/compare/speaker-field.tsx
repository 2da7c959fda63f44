'use client'
import { useRef, useState } from 'react'
import { Labelled } from '@/app/_kit/field'
import { Suggest } from '@/app/_kit/suggest'
import type { Jump, JumpGroup } from '@/lib/queries/search/palette'

/** Keystrokes come faster than answers are of use. */
const PAUSE_MS = 120

/** Public speakers by what was typed, from what the search offers everybody. */
const useSpeakers = () => {
  const [found, setFound] = useState<Jump[]>([])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const asked = useRef(0)
  const ask = (text: string) => {
    clearTimeout(timer.current)
    const turn = ++asked.current
    if (text.trim() === '') return setFound([])
    timer.current = setTimeout(async () => {
      const response = await fetch(`/search/suggest?q=${encodeURIComponent(text)}`).catch(() => null)
      const answer = response?.ok ? ((await response.json()) as { groups: JumpGroup[] }) : null
      if (answer && turn === asked.current)
        setFound(answer.groups.find(({ kind }) => kind === 'speakers')?.jumps ?? [])
    }, PAUSE_MS)
  }
  return { found, ask }
}

/** A speaker's name, suggested while one types; without JavaScript it is looked up when the form is sent. */
export function SpeakerField({
  label,
  hint,
  error,
  initial,
}: {
  label: string
  hint?: string
  error?: string
  initial: string
}) {
  const [text, setText] = useState(initial)
  const { found, ask } = useSpeakers()
  return (
    <Labelled label={label} hint={hint} error={error} name={undefined}>
      {(control) => (
        <Suggest
          field={{ ...control, name: 'speaker', className: 'field', autoComplete: 'off', maxLength: 200 }}
          text={text}
          items={found}
          keyOf={({ href }) => href}
          onText={(typed) => {
            setText(typed)
            ask(typed)
          }}
          onChoose={(jump) => setText(jump.label)}
        >
          {({ label: name, hint: what }) => (
            <>
              <bdi>{name}</bdi> <span className="label">{what}</span>
            </>
          )}
        </Suggest>
      )}
    </Labelled>
  )
}
