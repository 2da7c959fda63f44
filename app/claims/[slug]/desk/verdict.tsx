import { getTranslations } from 'next-intl/server'
import { Field, Select, TextArea } from '@/app/_kit/field'
import { one } from '@/lib/domain/form'
import type { ScaleView } from '@/lib/queries/claims/reviews'
import type { DraftView } from '@/lib/queries/drafts'
import type { ReviewView } from '@/lib/queries/views'
import { typedOr } from '@/lib/web/forms'
import { Act, type At, DeskForm, Refused } from './parts'

interface Props extends At {
  scales: readonly ScaleView[]
  /** What was refused when a verdict was last sent from this page. */
  kept: DraftView | null
}

/** A form belongs to what was refused where it is about the same verdict. */
const ownOf = (kept: DraftView | null, id: string): DraftView | null =>
  kept && one(kept.values, 'review') === id ? kept : null

/** A verdict as it is written: a new one, or one that stands. */
async function VerdictForm({ slug, desk, scales, kept, review }: Props & { review: ReviewView | null }) {
  const t = await getTranslations('atDesk')
  const stored: Record<string, string | null | undefined> = review
    ? {
        reviewer: review.reviewer.name,
        ratingText: review.ratingText,
        scale: review.rating?.scaleId,
        ratingValue: review.rating && String(review.rating.value),
        reviewedOn: review.reviewedOn,
        url: review.url,
        summary: review.summary,
      }
    : {}
  const field = (name: string) => ({ name, defaultValue: typedOr(kept, name, stored[name]) })
  return (
    <div className="mt-2 max-w-2xl">
      <Refused kept={kept} />
      <DeskForm slug={slug} desk={desk} action="review">
        <input type="hidden" name="review" value={review?.id ?? ''} />
        <input type="hidden" name="reviewVersion" value={review?.version ?? ''} />
        <div className="grid gap-3 sm:grid-cols-2">
          <Field {...field('reviewer')} label={t('reviewer')} maxLength={300} />
          <Field {...field('ratingText')} label={t('rating')} maxLength={200} />
          <Select {...field('scale')} label={t('scale')}>
            <option value="">{t('scaleNone')}</option>
            {scales.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
          <Field {...field('ratingValue')} label={t('ratingValue')} inputMode="decimal" maxLength={20} />
          <Field {...field('reviewedOn')} label={t('reviewedOn')} maxLength={60} />
          <Field {...field('url')} label={t('url')} maxLength={2048} />
          <div className="sm:col-span-2">
            <TextArea {...field('summary')} label={t('summary')} maxLength={4000} />
          </div>
          {review ? (
            <div className="sm:col-span-2">
              <TextArea {...field('reason')} label={t('reason')} maxLength={1000} />
            </div>
          ) : null}
        </div>
        {review ? (
          <p className="flex flex-wrap gap-2">
            <Act value="edit">{t('reviewSave')}</Act>
            <Act value="withdraw">{t('reviewWithdraw')}</Act>
          </p>
        ) : (
          <Act value="record">{t('reviewAdd')}</Act>
        )}
      </DeskForm>
    </div>
  )
}

/** Folded away below the verdicts: a new one. */
export async function NewVerdict(props: Props) {
  const t = await getTranslations('atDesk')
  const kept = ownOf(props.kept, '')
  return (
    <details className="no-print mt-3" open={kept !== null}>
      <summary className="font-medium">{t('review')}</summary>
      <p className="label mt-1">{t('reviewNote')}</p>
      <VerdictForm {...props} kept={kept} review={null} />
    </details>
  )
}

/** Folded away below a verdict: changing it, or taking it back, each with its reason. */
export async function ChangeVerdict(props: Props & { review: ReviewView }) {
  const t = await getTranslations('atDesk')
  const kept = ownOf(props.kept, props.review.id)
  return (
    <details className="no-print" open={kept !== null}>
      <summary className="label">{t('reviewChange')}</summary>
      <VerdictForm {...props} kept={kept} />
    </details>
  )
}
