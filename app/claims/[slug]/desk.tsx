import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Field, Select, TextArea } from '@/app/_kit/field'
import { FormErrors } from '@/app/_kit/form-errors'
import { Section } from '@/app/_kit/section'
import { Moment } from '@/app/_ledger/when'
import { STATUSES } from '@/lib/domain/sourcing/types'
import type { ClaimAtDesk } from '@/lib/queries/claims/at-desk'
import type { DraftView } from '@/lib/queries/drafts'
import { typedOr } from '@/lib/web/forms'

/** What was refused when one of the desk's forms on this page was sent; each form shows its own. */
export interface KeptForms {
  move: DraftView | null
  comment: DraftView | null
  override: DraftView | null
  review: DraftView | null
}

export function Refused({ kept }: { kept: DraftView | null }) {
  return kept?.refusal ? <FormErrors title="" summary={kept.refusal.sentence} problems={[]} /> : null
}

/** A form of the claim's desk, with the claim and the version that its page was made from. */
export function DeskForm({
  slug,
  desk,
  action,
  children,
}: {
  slug: string
  desk: ClaimAtDesk
  action: 'move' | 'comment' | 'override' | 'review'
  children: ReactNode
}) {
  return (
    <form method="post" action={`/desk/claims/${slug}/${action}`} className="space-y-2">
      <input type="hidden" name="id" value={desk.id} />
      <input type="hidden" name="version" value={desk.version} />
      {children}
    </form>
  )
}

function Act({ value, children, quiet = true }: { value: string; children: ReactNode; quiet?: boolean }) {
  return (
    <button type="submit" name="do" value={value} className={`button ${quiet ? 'button-quiet' : ''}`}>
      {children}
    </button>
  )
}

async function WithReason({
  slug,
  desk,
  kept,
  act,
}: {
  slug: string
  desk: ClaimAtDesk
  kept: DraftView | null
  act: 'hide' | 'withdraw' | 'reopen'
}) {
  const t = await getTranslations('atDesk')
  return (
    <DeskForm slug={slug} desk={desk} action="move">
      {act === 'hide' ? <p className="label">{t('hideNote')}</p> : null}
      <TextArea
        name="reason"
        label={t('reason')}
        required
        maxLength={1000}
        defaultValue={typedOr(kept, 'reason', '')}
      />
      {act === 'reopen' ? (
        <Select name="to" label={t('reopenTo')} defaultValue="draft">
          <option value="draft">{t('reopenDraft')}</option>
          <option value="published">{t('reopenPublished')}</option>
        </Select>
      ) : null}
      <Act value={act}>{t(act)}</Act>
    </DeskForm>
  )
}

async function Override({ slug, desk, kept }: { slug: string; desk: ClaimAtDesk; kept: DraftView | null }) {
  const t = await getTranslations()
  const reason = (
    <TextArea
      name="reason"
      label={t('atDesk.reason')}
      required
      maxLength={1000}
      defaultValue={typedOr(kept, 'reason', '')}
    />
  )
  return (
    <DeskForm slug={slug} desk={desk} action="override">
      <p className="label">{t('atDesk.overrideNote')}</p>
      <Select
        name="status"
        label={t('atDesk.overrideStatus')}
        defaultValue={typedOr(kept, 'status', desk.override?.status ?? STATUSES[0])}
      >
        {STATUSES.map((status) => (
          <option key={status} value={status}>
            {t(`status.${status}`)}
          </option>
        ))}
      </Select>
      {reason}
      <p className="flex flex-wrap gap-2">
        <Act value="set">{t('atDesk.overrideSet')}</Act>
        {desk.override?.stale ? <Act value="confirm">{t('atDesk.confirm')}</Act> : null}
        {desk.override ? <Act value="lift">{t('atDesk.lift')}</Act> : null}
      </p>
    </DeskForm>
  )
}

/** Above the claim, for whoever works on it: how it stands, and what can be done with it. */
export async function DeskStrip({ slug, desk, kept }: { slug: string; desk: ClaimAtDesk; kept: KeptForms }) {
  const t = await getTranslations()
  const { may } = desk
  const state = t(`claimState.${desk.state as 'draft'}`)
  const folded = may.hide || may.withdraw || may.reopen || may.override
  return (
    <section
      id="desk"
      aria-labelledby="desk-title"
      className="no-print mb-7 border-y border-rule bg-wash px-4 py-3"
    >
      <h2 id="desk-title" className="sr-only">
        {t('atDesk.title')}
      </h2>
      <Refused kept={kept.move ?? kept.override} />
      {desk.override?.stale ? <p className="mb-2 font-medium">{t('atDesk.stale')}</p> : null}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="font-medium">
          {desk.owner ? t('atDesk.stateBy', { state, owner: desk.owner }) : state}
          {desk.stateNote ? (
            <span className="label ml-2">{t('atDesk.closedNote', { reason: desk.stateNote })}</span>
          ) : null}
        </p>
        {may.edit ? (
          <Link href={`/desk/claims/${slug}`} className="button button-quiet no-underline">
            {t('atDesk.edit')}
          </Link>
        ) : null}
        {may.submit || may.publish ? (
          <DeskForm slug={slug} desk={desk} action="move">
            <p className="flex flex-wrap gap-2">
              {may.publish ? (
                <Act value="publish" quiet={false}>
                  {t('atDesk.publish')}
                </Act>
              ) : null}
              {may.submit ? <Act value="submit">{t('atDesk.submit')}</Act> : null}
            </p>
          </DeskForm>
        ) : null}
      </div>
      {may.publish ? <p className="label mt-1">{t('atDesk.publishNote')}</p> : null}
      {may.takeBack ? (
        <details className="mt-2" open={kept.move !== null}>
          <summary>{t('atDesk.takeBack')}</summary>
          <div className="mt-2 max-w-xl">
            <DeskForm slug={slug} desk={desk} action="move">
              <TextArea
                name="comment"
                label={t('atDesk.takeBackComment')}
                required
                maxLength={4000}
                defaultValue={typedOr(kept.move, 'comment', '')}
              />
              <Act value="return">{t('atDesk.takeBack')}</Act>
            </DeskForm>
          </div>
        </details>
      ) : null}
      {folded ? (
        <details className="mt-2" open={kept.move !== null || kept.override !== null || desk.override?.stale}>
          <summary>{t(may.reopen ? 'atDesk.reopen' : 'atDesk.more')}</summary>
          <div className="mt-2 grid gap-x-8 gap-y-5 md:grid-cols-3">
            {may.hide ? <WithReason slug={slug} desk={desk} kept={kept.move} act="hide" /> : null}
            {may.withdraw ? <WithReason slug={slug} desk={desk} kept={kept.move} act="withdraw" /> : null}
            {may.reopen ? <WithReason slug={slug} desk={desk} kept={kept.move} act="reopen" /> : null}
            {may.override ? <Override slug={slug} desk={desk} kept={kept.override} /> : null}
          </div>
        </details>
      ) : null}
    </section>
  )
}

/** What those who work on the claim say to each other. */
export async function Comments({
  slug,
  desk,
  kept,
}: {
  slug: string
  desk: ClaimAtDesk
  kept: DraftView | null
}) {
  const t = await getTranslations('atDesk')
  return (
    <Section id="comments" title={t('comments')} note={t('commentsNote')} className="no-print">
      <Refused kept={kept} />
      <ul className="max-w-[70ch]">
        {desk.comments.map((comment) => (
          <li key={comment.id} className="border-t border-rule py-2 first:border-t-0">
            <p className={`whitespace-pre-line ${comment.resolved ? 'text-muted' : ''}`}>{comment.text}</p>
            <div className="label flex flex-wrap items-center gap-x-3">
              <span>
                {comment.author}, <Moment at={comment.at} />
              </span>
              {comment.resolved ? (
                <span>{t('resolved')}</span>
              ) : (
                <DeskForm slug={slug} desk={desk} action="comment">
                  <input type="hidden" name="comment" value={comment.id} />
                  <button
                    type="submit"
                    name="do"
                    value="resolve"
                    className="cursor-pointer text-link underline"
                  >
                    {t('resolve')}
                  </button>
                </DeskForm>
              )}
            </div>
          </li>
        ))}
      </ul>
      <div className="mt-3 max-w-xl">
        <DeskForm slug={slug} desk={desk} action="comment">
          <TextArea
            name="text"
            label={t('comment')}
            required
            maxLength={4000}
            defaultValue={typedOr(kept, 'text', '')}
          />
          <Act value="add">{t('commentAdd')}</Act>
        </DeskForm>
      </div>
    </Section>
  )
}

/** The form of a verdict, for reviewers. */
export async function ReviewForm({
  slug,
  desk,
  kept,
  scales,
}: {
  slug: string
  desk: ClaimAtDesk
  kept: DraftView | null
  scales: { id: string; name: string }[]
}) {
  const t = await getTranslations('atDesk')
  const field = (name: string) => ({ name, defaultValue: typedOr(kept, name, '') })
  return (
    <details className="no-print mt-3" open={kept !== null}>
      <summary className="font-medium">{t('review')}</summary>
      <p className="label mt-1">{t('reviewNote')}</p>
      <div className="mt-2 max-w-2xl">
        <Refused kept={kept} />
        <DeskForm slug={slug} desk={desk} action="review">
          <div className="grid gap-3 sm:grid-cols-2">
            <Field {...field('reviewer')} label={t('reviewer')} required maxLength={300} />
            <Field {...field('ratingText')} label={t('rating')} required maxLength={200} />
            <Select {...field('scale')} label={t('scale')}>
              <option value="">{t('scaleNone')}</option>
              {scales.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
            <Field {...field('ratingValue')} label={t('ratingValue')} inputMode="decimal" maxLength={20} />
            <Field {...field('reviewedOn')} label={t('reviewedOn')} required maxLength={60} />
            <Field {...field('url')} label={t('url')} maxLength={2048} />
            <div className="sm:col-span-2">
              <TextArea {...field('summary')} label={t('summary')} maxLength={2000} />
            </div>
          </div>
          <Act value="record">{t('reviewAdd')}</Act>
        </DeskForm>
      </div>
    </details>
  )
}

/** The form by which a reviewer takes a verdict back. */
export async function WithdrawReview({
  slug,
  desk,
  review,
}: {
  slug: string
  desk: ClaimAtDesk
  review: { id: string; version: number }
}) {
  const t = await getTranslations('atDesk')
  return (
    <details className="no-print">
      <summary className="label">{t('reviewWithdraw')}</summary>
      <div className="mt-1 max-w-xl">
        <DeskForm slug={slug} desk={desk} action="review">
          <input type="hidden" name="review" value={review.id} />
          <input type="hidden" name="reviewVersion" value={review.version} />
          <TextArea name="reason" label={t('reason')} required maxLength={1000} />
          <Act value="withdraw">{t('reviewWithdraw')}</Act>
        </DeskForm>
      </div>
    </details>
  )
}
