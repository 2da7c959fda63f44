'use client'
import { useTranslations } from 'next-intl'
import { type SubmitEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { FormErrors } from '@/app/_kit/form-errors'
import { checkForm } from '@/lib/domain/claim-form/check'
import { claimFormOf, type ClaimForm as Form } from '@/lib/domain/claim-form/form'
import { graphOf, type Neighbourhood } from '@/lib/domain/claim-form/graph'
import { prefilled, stepped } from '@/lib/domain/claim-form/steps'
import { readForm } from '@/lib/domain/form'
import { assumedStakes } from '@/lib/domain/sourcing/stakes'
import { CHECKABLE_ACTS } from '@/lib/domain/vocabulary'
import type { ChainView } from '@/lib/queries/claims/chains'
import type { FieldProblem } from '@/lib/queries/claims/form-refs'
import type { RepeatView } from '@/lib/queries/claims/repeat-view'
import { Notes, Related, WhenAndWhere } from './about'
import { useAutosave } from './autosave'
import { ClaimFormContext } from './context'
import { Evidence } from './evidence'
import { moveOn } from './keys'
import { Preview } from './preview'
import { HowItReachedUs, WhereItAppeared } from './reached'
import { Repeats } from './repeats'
import { WhatWasSaid, WhoSaidIt } from './said'
import { Stakes } from './stakes'
import { useAround } from './use-around'

/** What the form belongs to. */
export interface FormMeta {
  draft: { id: string; version: number } | null
  /** The claim that is changed, and its version when the form was opened. */
  claim: { id: string; slug: string; version: number; published: boolean } | null
  /** The id that a new claim will have, so that a form which is sent twice records one. */
  once: string
  maySubmit: boolean
  mayPublish: boolean
}

/** Buttons that send the form for good; the others only keep it. */
const FINAL = ['record', 'submit', 'publish']

const typedIn = (form: HTMLFormElement | null): Form | null => {
  const values = form && readForm(new FormData(form).entries())
  return values ? claimFormOf(values) : null
}

function Hidden({ meta, draft }: { meta: FormMeta; draft: FormMeta['draft'] }) {
  const fields = {
    draft: draft?.id ?? '',
    draftVersion: draft?.version ?? '',
    ...(meta.claim
      ? { claim: meta.claim.id, slug: meta.claim.slug, version: meta.claim.version }
      : { once: meta.once }),
  }
  return Object.entries(fields).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
}

function Buttons({ meta, saved }: { meta: FormMeta; saved: string }) {
  const t = useTranslations('claimForm')
  return (
    <div className="sticky bottom-0 mt-6 flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-rule bg-paper py-3">
      <button type="submit" name="do" value="record" data-main="" className="button">
        {t(meta.claim ? 'saveChange' : 'recordDraft')}
      </button>
      {meta.maySubmit ? (
        <button type="submit" name="do" value="submit" className="button button-quiet">
          {t('submit')}
        </button>
      ) : null}
      {meta.mayPublish ? (
        <button type="submit" name="do" value="publish" className="button button-quiet">
          {t('publish')}
        </button>
      ) : null}
      <button type="submit" name="do" value="keep" formNoValidate className="button button-quiet">
        {t('keep')}
      </button>
      <p className="label" role="status">
        {saved}
      </p>
    </div>
  )
}

export function ClaimForm({
  form: initial,
  meta,
  problems: found,
  summary,
  around: initialAround,
  repeats,
  chains,
}: {
  form: Form
  meta: FormMeta
  problems: readonly FieldProblem[]
  /** The refusal that belongs to no field. */
  summary: string | null
  around: Neighbourhood
  repeats: RepeatView[]
  chains: ChainView[]
}) {
  const t = useTranslations('claimForm')
  const element = useRef<HTMLFormElement>(null)
  const [now, setNow] = useState(initial)
  // Lists that something else than their own buttons changed: their rows are shown anew, as they then stood.
  const [lists, setLists] = useState({ form: initial, turn: 0 })
  // What the server found, or what was found here when the form was to be sent again.
  const [problems, setProblems] = useState(found)
  const { saved, touched, draft } = useAutosave(element, meta.draft)
  const changed = useCallback(() => {
    // After React has put what was chosen into the page.
    setTimeout(() => {
      const form = typedIn(element.current)
      if (form) setNow(form)
      touched()
    }, 0)
  }, [touched])
  const context = useMemo(() => {
    const byPath = new Map(problems.map((problem) => [problem.field, problem]))
    return { problemAt: (path: string) => byPath.get(path), changed }
  }, [problems, changed])
  useEffect(() => {
    // The browser may have kept what was typed before the page was left.
    changed()
  }, [changed])

  const put = useCallback(
    (form: Form) => {
      setLists(({ turn }) => ({ form, turn: turn + 1 }))
      changed()
    },
    [changed],
  )
  const step = (name: string) => {
    const done = stepped(typedIn(element.current) ?? now, name)
    if (done) put(done.form)
  }
  const around = useAround(now, initialAround)
  const graph = useMemo(() => graphOf(now, around), [now, around])
  useEffect(() => {
    const filled = prefilled(now, (id) => around.outlets.includes(id))
    if (filled !== now) put(filled)
  }, [now, around, put])

  /** The record's own limits are asked here first; names are looked up on the server. */
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    const button = (event.nativeEvent as globalThis.SubmitEvent).submitter
    if (!(button instanceof HTMLButtonElement) || !FINAL.includes(button.value)) return
    const form = typedIn(element.current)
    const issues = form ? checkForm(form) : []
    if (issues.length === 0) return
    event.preventDefault()
    setProblems(issues)
    requestAnimationFrame(() => document.getElementById('problems')?.focus())
  }

  const factual = (CHECKABLE_ACTS as readonly string[]).includes(now.speechAct)
  return (
    <ClaimFormContext value={context}>
      <form
        ref={element}
        method="post"
        action="/desk/claims/save"
        onInput={changed}
        onKeyDown={moveOn}
        onSubmit={send}
        noValidate
        className="gap-10 min-[1000px]:grid min-[1000px]:grid-cols-[minmax(0,1fr)_20rem]"
      >
        <div className="min-w-0">
          {/* What Enter presses where no script moves on: it keeps the draft and shows the status. */}
          <button type="submit" name="do" value="keep" tabIndex={-1} aria-hidden="true" className="sr-only">
            {t('keep')}
          </button>
          <Hidden meta={meta} draft={draft} />
          <FormErrors title={t('problems', { n: problems.length })} summary={summary} problems={problems} />
          <WhatWasSaid form={initial} isNew={!meta.claim} />
          <WhoSaidIt form={initial} capacity={now.capacity} />
          <WhereItAppeared form={initial} />
          <HowItReachedUs form={initial} now={now} chains={chains} />
          <WhenAndWhere form={initial} />
          {/* Hidden where it is of no use, never left out: what is recorded of it would be lost with the next save. */}
          <div hidden={!factual}>
            <Evidence form={initial} />
            <Stakes form={lists.form} turn={lists.turn} assumed={assumedStakes(graph)} onStep={step} />
          </div>
          <Related form={lists.form} turn={lists.turn} />
          <Notes form={initial} published={meta.claim?.published ?? false} />
          <Buttons meta={meta} saved={saved} />
        </div>
        <aside className="mt-8 min-[1000px]:sticky min-[1000px]:top-4 min-[1000px]:mt-0 min-[1000px]:max-h-[calc(100dvh-2rem)] min-[1000px]:self-start min-[1000px]:overflow-y-auto">
          <Preview graph={graph} />
          <Repeats
            statement={now.statement}
            quote={now.quote}
            speaker={now.speaker.text}
            except={meta.claim?.id ?? ''}
            initial={repeats}
            onStep={step}
          />
        </aside>
      </form>
    </ClaimFormContext>
  )
}
