'use client'
import { useTranslations } from 'next-intl'
import {
  type KeyboardEvent,
  type SubmitEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { Field, Select, TextArea } from '@/app/_kit/field'
import { FormErrors } from '@/app/_kit/form-errors'
import { checkForm } from '@/lib/domain/claim-form/check'
import {
  claimFormOf,
  emptyAppearance,
  emptyEvidence,
  emptyRelation,
  emptyStake,
  type ClaimForm as Form,
  refOf,
} from '@/lib/domain/claim-form/form'
import type { Neighbourhood } from '@/lib/domain/claim-form/graph'
import { nextHop } from '@/lib/domain/claim-form/steps'
import { readForm } from '@/lib/domain/form'
import {
  BASES,
  CAPACITIES,
  COVERS,
  EVIDENCE_RELATIONS,
  EVIDENCE_STATES,
  LINK_MODES,
  REFUSED_ACCESS,
  RELATION_KINDS,
  SPEECH_ACTS,
  STAKES,
  STORED_ACCESS,
} from '@/lib/domain/vocabulary'
import type { ChainView } from '@/lib/queries/claims/chains'
import type { FieldProblem } from '@/lib/queries/claims/form-refs'
import type { RepeatView } from '@/lib/queries/claims/repeat-view'
import { useAutosave } from './autosave'
import { Chains } from './chains'
import { ClaimFormContext } from './context'
import { Options } from './options'
import { Preview } from './preview'
import { RefField } from './ref-field'
import { Repeats } from './repeats'
import { Rows } from './rows'

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

function Heading({ children, first = false }: { children: string; first?: boolean }) {
  return (
    <h2 className={`mb-2 border-t border-rule pt-3 text-base font-semibold ${first ? '' : 'mt-7'}`}>
      {children}
    </h2>
  )
}

/** Buttons that send the form for good; the others only keep it. */
const FINAL = ['record', 'submit', 'publish']

/** Enter moves on to the next field, as on a paper form; in a text of several lines it is a line. */
const moveOn = (event: KeyboardEvent<HTMLFormElement>) => {
  if (event.defaultPrevented) return
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault()
    event.currentTarget.querySelector<HTMLButtonElement>('button[data-main]')?.click()
    return
  }
  const at = event.target
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
  if (!(at instanceof HTMLInputElement || at instanceof HTMLSelectElement)) return
  if (at.getAttribute('aria-expanded') === 'true' && at.getAttribute('aria-activedescendant')) return
  event.preventDefault()
  const fields = [
    ...event.currentTarget.querySelectorAll<HTMLElement>(
      'input:not([type=hidden]), select, textarea, button.button',
    ),
  ].filter((field) => field.tabIndex >= 0 && field.offsetParent !== null)
  fields[fields.indexOf(at) + 1]?.focus()
}

export function ClaimForm({
  form: initial,
  meta,
  problems: found,
  summary,
  around,
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
  const t = useTranslations()
  const element = useRef<HTMLFormElement>(null)
  const [now, setNow] = useState(initial)
  const [restates, setRestates] = useState<string[]>([])
  // What the server found, or what was found here when the form was to be sent again.
  const [problems, setProblems] = useState(found)
  const byPath = useMemo(() => new Map(problems.map((problem) => [problem.field, problem])), [problems])
  /** The record's own limits are asked here first; names are looked up on the server. */
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    const button = (event.nativeEvent as globalThis.SubmitEvent).submitter
    if (!(button instanceof HTMLButtonElement) || !FINAL.includes(button.value) || !element.current) return
    const values = readForm(new FormData(element.current).entries())
    const issues = values ? checkForm(claimFormOf(values)) : []
    if (issues.length === 0) return
    event.preventDefault()
    setProblems(issues)
    requestAnimationFrame(() => document.getElementById('problems')?.focus())
  }
  const { saved, touched, draft } = useAutosave(element, meta.draft)
  const changed = useCallback(() => {
    // After React has put what was chosen into the page.
    setTimeout(() => {
      if (!element.current) return
      const values = readForm(new FormData(element.current).entries())
      if (values) setNow(claimFormOf(values))
      touched()
    }, 0)
  }, [touched])
  const context = useMemo(
    () => ({ problemAt: (path: string) => byPath.get(path), changed }),
    [byPath, changed],
  )
  useEffect(() => {
    // The browser may have kept what was typed before the page was left.
    changed()
  }, [changed])
  const error = (path: string) => byPath.get(path)?.sentence
  const factual = ['assertion', 'denial', 'confirmation'].includes(now.speechAct)
  const relations = [
    ...initial.relations,
    ...restates.map((to) => ({ ...emptyRelation(), kind: 'restates', to })),
  ]
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
            {t('claimForm.keep')}
          </button>
          <input type="hidden" name="draft" value={draft?.id ?? ''} />
          <input type="hidden" name="draftVersion" value={draft?.version ?? ''} />
          {meta.claim ? null : <input type="hidden" name="once" defaultValue={meta.once} />}
          {meta.claim ? (
            <>
              <input type="hidden" name="claim" value={meta.claim.id} />
              <input type="hidden" name="slug" value={meta.claim.slug} />
              <input type="hidden" name="version" value={meta.claim.version} />
            </>
          ) : null}
          <FormErrors
            title={t('claimForm.problems', { n: problems.length })}
            summary={summary}
            problems={problems}
          />

          <Heading first>{t('claimForm.whatWasSaid')}</Heading>
          <div className="space-y-3">
            <TextArea
              name="statement"
              label={t('claimForm.statement')}
              hint={t('claimForm.statementHint')}
              error={error('statement')}
              defaultValue={initial.statement}
              maxLength={1000}
              className="font-serif text-lg leading-snug"
              autoFocus={!meta.claim}
            />
            <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_12rem]">
              <Field
                name="quote"
                label={t('claimForm.quote')}
                hint={t('claimForm.quoteHint')}
                error={error('quote')}
                defaultValue={initial.quote}
                maxLength={300}
              />
              <Select
                name="speechAct"
                label={t('claim.act')}
                error={error('speechAct')}
                defaultValue={initial.speechAct || 'assertion'}
              >
                <Options values={SPEECH_ACTS} label={(value) => t(`act.${value as 'assertion'}`)} />
              </Select>
            </div>
            <input type="hidden" name="quoteSelector" defaultValue={initial.quoteSelector} />
          </div>

          <Heading>{t('claimForm.whoSaidIt')}</Heading>
          <div className="grid gap-3 sm:grid-cols-2">
            <div className="sm:col-span-2">
              <RefField
                name="speaker"
                label={t('claimForm.speaker')}
                takes="speaker"
                value={initial.speaker}
                hint={t('claimForm.speakerHint')}
              />
            </div>
            <Select
              name="basis"
              label={t('claimForm.basis')}
              error={error('basis')}
              defaultValue={initial.basis || 'not_stated'}
            >
              <Options values={BASES} label={(value) => t(`basis.${value as 'expert'}`)} />
            </Select>
            <Select
              name="capacity"
              label={t('claimForm.capacity')}
              error={error('capacity')}
              defaultValue={initial.capacity || 'personal'}
            >
              <Options values={CAPACITIES} label={(value) => t(`capacity.${value as 'official'}`)} />
            </Select>
            {now.capacity === 'official' || initial.capacityOrg.text ? (
              <RefField
                name="capacityOrg"
                label={t('claimForm.capacityOrg')}
                takes="speaker"
                value={initial.capacityOrg}
              />
            ) : null}
          </div>

          <Heading>{t('claimForm.whereItAppeared')}</Heading>
          <Rows
            name="appearances"
            values={initial.appearances}
            fresh={emptyAppearance}
            adders={[{ label: t('claimForm.addAppearance') }]}
            label={(i) => t('claimForm.appearanceN', { n: i + 1 })}
          >
            {(value, path) => (
              <div className="grid gap-3 pr-7 sm:grid-cols-[minmax(0,1fr)_9rem_9rem]">
                <RefField
                  name={`${path}.source`}
                  label={t('claimForm.source')}
                  takes="source"
                  value={value.source}
                />
                <Field
                  name={`${path}.locator`}
                  label={t('claimForm.locator')}
                  error={error(`${path}.locator`)}
                  defaultValue={value.locator}
                  maxLength={200}
                />
                <Field
                  name={`${path}.wording`}
                  label={t('claimForm.wording')}
                  error={error(`${path}.wording`)}
                  defaultValue={value.wording}
                  maxLength={120}
                />
                <input type="hidden" name={`${path}.selector`} defaultValue={value.selector} />
              </div>
            )}
          </Rows>

          <Heading>{t('claimForm.chain')}</Heading>
          <p className="label mb-2">{t('claimForm.chainHint')}</p>
          <Chains form={now} initial={chains} />
          <Rows
            name="hops"
            values={initial.hops}
            fresh={() => nextHop(now)}
            adders={[{ label: t('claimForm.addHop') }]}
            label={(i) => t('claimForm.hopN', { n: i + 1 })}
          >
            {(value, path) => (
              <div className="grid gap-3 pr-7 sm:grid-cols-2">
                <RefField
                  name={`${path}.from`}
                  label={t('claimForm.hopFrom')}
                  takes="node"
                  value={value.from}
                />
                <RefField name={`${path}.to`} label={t('claimForm.hopTo')} takes="node" value={value.to} />
                <Select
                  name={`${path}.mode`}
                  label={t('claimForm.mode')}
                  error={error(`${path}.mode`)}
                  defaultValue={value.mode || 'attributes'}
                >
                  <Options values={LINK_MODES} label={(mode) => t(`mode.${mode as 'quotes'}`)} />
                </Select>
                <Select
                  name={`${path}.basis`}
                  label={t('claimForm.hopBasis')}
                  error={error(`${path}.basis`)}
                  defaultValue={value.basis || 'not_stated'}
                >
                  <Options values={BASES} label={(basis) => t(`basis.${basis as 'expert'}`)} />
                </Select>
                <Select
                  name={`${path}.capacity`}
                  label={t('claimForm.capacity')}
                  error={error(`${path}.capacity`)}
                  defaultValue={value.capacity || 'personal'}
                >
                  <Options
                    values={CAPACITIES}
                    label={(capacity) => t(`capacity.${capacity as 'official'}`)}
                  />
                </Select>
                <Field
                  name={`${path}.wording`}
                  label={t('claimForm.wording')}
                  error={error(`${path}.wording`)}
                  defaultValue={value.wording}
                  maxLength={120}
                />
                {value.capacityOrg.text ? (
                  <RefField
                    name={`${path}.capacityOrg`}
                    label={t('claimForm.capacityOrg')}
                    takes="speaker"
                    value={value.capacityOrg}
                  />
                ) : null}
              </div>
            )}
          </Rows>

          <Heading>{t('claimForm.whenAndWhere')}</Heading>
          <div className="grid gap-3 sm:grid-cols-3">
            <Field
              name="saidOn"
              label={t('claim.said')}
              hint={t('claimForm.dateHint')}
              error={error('saidOn')}
              defaultValue={initial.saidOn}
              maxLength={60}
            />
            <Field
              name="venue"
              label={t('claim.venue')}
              error={error('venue')}
              defaultValue={initial.venue}
              maxLength={300}
            />
            <Field
              name="place"
              label={t('claim.place')}
              error={error('place')}
              defaultValue={initial.place}
              maxLength={300}
            />
          </div>
          <div className="mt-3">
            <Rows
              name="topics"
              values={initial.topics}
              fresh={() => refOf('')}
              adders={[{ label: t('claimForm.addTopic') }]}
              label={(i) => t('claimForm.topicN', { n: i + 1 })}
            >
              {(value, path) => (
                <div className="pr-7">
                  <RefField name={path} label={t('claims.topic')} takes="topic" value={value} />
                </div>
              )}
            </Rows>
          </div>

          {factual ? (
            <>
              <Heading>{t('claimForm.evidence')}</Heading>
              <Rows
                name="evidence"
                values={initial.evidence}
                fresh={emptyEvidence}
                adders={EVIDENCE_RELATIONS.map((relation) => ({
                  label: t(`claimForm.add_${relation}`),
                  detail: relation,
                }))}
                label={(i) => t('claimForm.evidenceN', { n: i + 1 })}
              >
                {(value, path) => <Evidence value={value} path={path} error={error} />}
              </Rows>

              <Heading>{t('claim.stakes')}</Heading>
              <p className="label mb-2">{t('claimForm.stakesHint')}</p>
              <Rows
                name="stakes"
                values={initial.stakes}
                fresh={emptyStake}
                adders={[{ label: t('claimForm.addStake') }]}
                label={(i) => t('claimForm.stakeN', { n: i + 1 })}
              >
                {(value, path) => (
                  <div className="grid gap-3 pr-7 sm:grid-cols-3">
                    <RefField
                      name={`${path}.party`}
                      label={t('claimForm.party')}
                      takes="speaker"
                      value={value.party}
                    />
                    <Select
                      name={`${path}.stake`}
                      label={t('claimForm.stake')}
                      error={error(`${path}.stake`)}
                      defaultValue={value.stake || 'none'}
                    >
                      <Options values={STAKES} label={(stake) => t(`stake.${stake as 'none'}`)} />
                    </Select>
                    <Field
                      name={`${path}.note`}
                      label={t('claimForm.stakeNote')}
                      error={error(`${path}.note`)}
                      defaultValue={value.note}
                      maxLength={500}
                    />
                  </div>
                )}
              </Rows>
            </>
          ) : null}

          <Heading>{t('claim.relations')}</Heading>
          <Rows
            key={restates.join()}
            name="relations"
            values={relations}
            fresh={emptyRelation}
            adders={[{ label: t('claimForm.addRelation') }]}
            label={(i) => t('claimForm.relationN', { n: i + 1 })}
          >
            {(value, path) => (
              <div className="grid gap-3 pr-7 sm:grid-cols-[10rem_minmax(0,1fr)_minmax(0,1fr)]">
                <Select
                  name={`${path}.kind`}
                  label={t('claimForm.relation')}
                  error={error(`${path}.kind`)}
                  defaultValue={value.kind}
                >
                  <Options values={RELATION_KINDS} label={(kind) => t(`relation.out.${kind as 'denies'}`)} />
                </Select>
                <Field
                  name={`${path}.to`}
                  label={t('claimForm.otherClaim')}
                  error={error(`${path}.to`)}
                  defaultValue={value.to}
                  maxLength={300}
                />
                <Field
                  name={`${path}.note`}
                  label={t('claimForm.note')}
                  error={error(`${path}.note`)}
                  defaultValue={value.note}
                  maxLength={500}
                />
              </div>
            )}
          </Rows>
          <div className="mt-7 grid gap-3 border-t border-rule pt-3 sm:grid-cols-[minmax(0,1fr)_8rem]">
            <TextArea
              name="note"
              label={t('claim.editorsNote')}
              error={error('note')}
              defaultValue={initial.note}
              maxLength={2000}
            />
            <Field
              name="language"
              label={t('claimForm.language')}
              hint={t('claimForm.languageHint')}
              error={error('language')}
              defaultValue={initial.language || 'en'}
              maxLength={35}
            />
          </div>
          {meta.claim?.published ? (
            <div className="mt-3">
              <TextArea
                name="reason"
                label={t('claimForm.reason')}
                hint={t('claimForm.reasonHint')}
                error={error('reason')}
                defaultValue={initial.reason}
                maxLength={1000}
              />
            </div>
          ) : null}
          <div className="sticky bottom-0 mt-6 flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-rule bg-paper py-3">
            <button type="submit" name="do" value="record" data-main="" className="button">
              {t(meta.claim ? 'claimForm.saveChange' : 'claimForm.recordDraft')}
            </button>
            {meta.maySubmit ? (
              <button type="submit" name="do" value="submit" className="button button-quiet">
                {t('claimForm.submit')}
              </button>
            ) : null}
            {meta.mayPublish ? (
              <button type="submit" name="do" value="publish" className="button button-quiet">
                {t('claimForm.publish')}
              </button>
            ) : null}
            <button type="submit" name="do" value="keep" formNoValidate className="button button-quiet">
              {t('claimForm.keep')}
            </button>
            <p className="label" role="status">
              {saved}
            </p>
          </div>
        </div>
        <aside className="mt-8 min-[1000px]:sticky min-[1000px]:top-4 min-[1000px]:mt-0 min-[1000px]:max-h-[calc(100dvh-2rem)] min-[1000px]:self-start min-[1000px]:overflow-y-auto">
          <Preview form={now} around={around} />
          <Repeats
            statement={now.statement}
            quote={now.quote}
            speaker={now.speaker.text}
            except={meta.claim?.id ?? ''}
            initial={repeats}
            onRestates={(slug) => {
              setRestates((those) => (those.includes(slug) ? those : [...those, slug]))
              changed()
            }}
          />
        </aside>
      </form>
    </ClaimFormContext>
  )
}

function Evidence({
  value,
  path,
  error,
}: {
  value: Form['evidence'][number]
  path: string
  error: (path: string) => string | undefined
}) {
  const t = useTranslations()
  const [access, setAccess] = useState(value.access || 'public')
  const [state, setState] = useState(value.state || 'active')
  return (
    <div className="grid gap-3 pr-7 sm:grid-cols-3">
      <input type="hidden" name={`${path}.id`} value={value.id} />
      <Select
        name={`${path}.relation`}
        label={t('claimForm.evidenceRelation')}
        error={error(`${path}.relation`)}
        defaultValue={value.relation}
      >
        <Options values={EVIDENCE_RELATIONS} label={(kind) => t(`evidenceRelation.${kind as 'supports'}`)} />
      </Select>
      <div className="sm:col-span-2">
        <RefField name={`${path}.target`} label={t('claimForm.target')} takes="node" value={value.target} />
      </div>
      <Select
        name={`${path}.access`}
        label={t('claimForm.access')}
        error={error(`${path}.access`)}
        value={access}
        onChange={(event) => setAccess(event.target.value)}
      >
        <Options values={STORED_ACCESS} label={(kind) => t(`access.${kind as 'public'}`)} />
        <Options values={REFUSED_ACCESS} label={(kind) => t(`claimForm.${kind as 'off_record'}`)} />
      </Select>
      <Select
        name={`${path}.basis`}
        label={t('claimForm.evidenceBasis')}
        error={error(`${path}.basis`)}
        defaultValue={value.basis || 'not_stated'}
      >
        <Options values={BASES} label={(basis) => t(`basis.${basis as 'expert'}`)} />
      </Select>
      <Select
        name={`${path}.covers`}
        label={t('claimForm.covers')}
        error={error(`${path}.covers`)}
        defaultValue={value.covers || 'whole'}
      >
        <Options values={COVERS} label={(covers) => t(`covers.${covers as 'whole'}`)} />
      </Select>
      <Select
        name={`${path}.capacity`}
        label={t('claimForm.capacity')}
        error={error(`${path}.capacity`)}
        defaultValue={value.capacity || 'personal'}
      >
        <Options values={CAPACITIES} label={(capacity) => t(`capacity.${capacity as 'official'}`)} />
      </Select>
      <Field
        name={`${path}.locator`}
        label={t('claimForm.locator')}
        error={error(`${path}.locator`)}
        defaultValue={value.locator}
        maxLength={200}
      />
      <Field
        name={`${path}.excerpt`}
        label={t('claimForm.excerpt')}
        error={error(`${path}.excerpt`)}
        defaultValue={value.excerpt}
        maxLength={300}
      />
      <input type="hidden" name={`${path}.selector`} defaultValue={value.selector} />
      {access === 'on_background' || value.vouchedBy.text ? (
        <RefField
          name={`${path}.vouchedBy`}
          label={t('claimForm.vouchedBy')}
          takes="speaker"
          value={value.vouchedBy}
        />
      ) : null}
      {value.capacityOrg.text ? (
        <RefField
          name={`${path}.capacityOrg`}
          label={t('claimForm.capacityOrg')}
          takes="speaker"
          value={value.capacityOrg}
        />
      ) : null}
      <div className="sm:col-span-3">
        <TextArea
          name={`${path}.note`}
          label={t('claimForm.note')}
          error={error(`${path}.note`)}
          defaultValue={value.note}
          maxLength={2000}
          rows={1}
        />
      </div>
      {value.id ? (
        <>
          <Select
            name={`${path}.state`}
            label={t('claimForm.state')}
            error={error(`${path}.state`)}
            value={state}
            onChange={(event) => setState(event.target.value)}
          >
            <Options values={EVIDENCE_STATES} label={(kind) => t(`evidenceState.${kind as 'active'}`)} />
          </Select>
          {state !== 'active' || value.stateNote ? (
            <div className="sm:col-span-2">
              <Field
                name={`${path}.stateNote`}
                label={t('claimForm.stateNote')}
                error={error(`${path}.stateNote`)}
                defaultValue={value.stateNote}
                maxLength={1000}
              />
            </div>
          ) : null}
        </>
      ) : null}
    </div>
  )
}
