'use client'
import { useState } from 'react'
import { Labelled } from '@/app/_kit/field'
import { Suggest } from '@/app/_kit/suggest'
import { useSuggested } from '@/app/_kit/use-suggested'
import type { Jump, JumpGroup } from '@/lib/queries/search/palette'

/** Public speakers by what was typed, from what the search offers everybody. */
const useSpeakers = () =>
  useSuggested(
    (text) => `/search/suggest?q=${encodeURIComponent(text)}`,
    ({ groups }: { groups: JumpGroup[] }): Jump[] =>
      groups.find(({ kind }) => kind === 'speakers')?.jumps ?? [],
  )

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
