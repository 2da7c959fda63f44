import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Select, TextArea } from '@/app/_kit/field'
import { STATUSES } from '@/lib/domain/sourcing/types'
import type { DraftView } from '@/lib/queries/drafts'
import { typedOr } from '@/lib/web/forms'
import { Act, type At, DeskForm, type KeptForms, Refused } from './parts'

async function WithReason({
  slug,
  desk,
  kept,
  act,
}: At & {
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

async function Override({ slug, desk, kept }: At & { kept: DraftView | null }) {
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

/** What is rarely done, and stands folded away under its own names. */
const FOLDED = ['hide', 'withdraw', 'reopen', 'override'] as const

/** Above the claim, for whoever works on it: how it stands, and what can be done with it. */
export async function DeskStrip({ slug, desk, kept }: At & { kept: KeptForms }) {
  const t = await getTranslations()
  const { may } = desk
  const state = t(`claimState.${desk.state as 'draft'}`)
  const folded = FOLDED.filter((act) => may[act]).map((act) => t(`atDesk.folded.${act}`))
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
            <span className="label ms-2">{t('atDesk.closedNote', { reason: desk.stateNote })}</span>
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
      {folded.length > 0 ? (
        <details className="mt-2" open={kept.move !== null || kept.override !== null || desk.override?.stale}>
          <summary>
            <span className="inline-block first-letter:uppercase">{folded.join(', ')}</span>
          </summary>
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
