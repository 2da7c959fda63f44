'use client'
import { useEffect, useRef, useState } from 'react'
import type { ClaimForm } from '@/lib/domain/claim-form/form'
import { idsIn, type Neighbourhood } from '@/lib/domain/claim-form/graph'
import { refsOf } from '@/lib/domain/claim-form/record'

const joined = (now: Neighbourhood, more: Neighbourhood): Neighbourhood => ({
  speakers: { ...now.speakers, ...more.speakers },
  sources: { ...now.sources, ...more.sources },
  links: [...new Map([...now.links, ...more.links].map((link) => [JSON.stringify(link), link])).values()],
  newsroom: more.newsroom,
  outlets: [...new Set([...now.outlets, ...more.outlets])],
})

/** What is recorded around the form's references: what the page came with, and what has been asked for since. */
export const useAround = (form: ClaimForm, initial: Neighbourhood): Neighbourhood => {
  const [around, setAround] = useState(initial)
  const asked = useRef(new Set([...Object.keys(initial.speakers), ...Object.keys(initial.sources)]))
  const missing = idsIn(refsOf(form))
    .filter((id) => !asked.current.has(id))
    .join(',')
  useEffect(() => {
    if (missing === '') return
    for (const id of missing.split(',')) asked.current.add(id)
    fetch(`/desk/around?ids=${encodeURIComponent(missing)}`)
      .then((response) => (response.ok ? (response.json() as Promise<Neighbourhood>) : null))
      .then((more) => {
        if (more) setAround((now) => joined(now, more))
      })
      // The status then goes by what is known; the server derives it again when the claim is saved.
      .catch(() => undefined)
  }, [missing])
  return around
}
