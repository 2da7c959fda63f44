'use client'
import { useState } from 'react'
import { Labelled } from '@/app/_kit/field'
import { Suggest } from '@/app/_kit/suggest'
import type { NameKind } from '@/lib/domain/name-kinds'
import type { Candidate } from '@/lib/queries/resolve'
import { CandidateLine, Choices, useCandidates } from './candidates'

/**
 * A record that is named. Without JavaScript the name is looked up when the form is sent, and one that may mean
 * several comes back with those to choose from; with it they are suggested while one types.
 */
export function NameField({
  name,
  label,
  hint,
  kinds,
  stored,
  problem,
}: {
  name: string
  label: string
  hint?: string
  kinds: readonly NameKind[]
  /** As the form was typed before, or as it is recorded: the text, and which record of which name it stood for. */
  stored: { text: string; id: string; name: string }
  problem: { sentence: string; candidates?: readonly Candidate[] } | undefined
}) {
  const [text, setText] = useState(stored.text)
  // What the name stands for: it counts as long as the text is still that name.
  const [chosen, setChosen] = useState({ id: stored.id, name: stored.name })
  const { found, ask } = useCandidates(kinds)
  return (
    <Labelled label={label} hint={hint} error={problem?.sentence} name={name}>
      {(control) => (
        <>
          <Suggest
            field={{ ...control, name: `${name}.text`, className: 'field', autoComplete: 'off' }}
            text={text}
            items={found}
            keyOf={({ id }) => id}
            onText={(typed) => {
              setText(typed)
              ask(typed)
            }}
            onChoose={(candidate) => {
              setText(candidate.name)
              setChosen({ id: candidate.id, name: candidate.name })
            }}
          >
            {(candidate) => <CandidateLine candidate={candidate} />}
          </Suggest>
          <input type="hidden" name={`${name}.id`} value={chosen.id} />
          <input type="hidden" name={`${name}.name`} value={chosen.name} />
          {problem?.candidates?.length ? (
            <input type="hidden" name={`${name}.of`} value={stored.text.trim()} />
          ) : null}
          <Choices name={name} candidates={problem?.candidates} />
        </>
      )}
    </Labelled>
  )
}
