import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Section } from '@/app/_kit/section'
import { SpeakerName } from '@/app/_ledger/names'
import { When } from '@/app/_ledger/when'
import type { ReviewView } from '@/lib/queries/views'

/** Verdicts of named reviewers, apart from the sourcing status. Nothing where there are none and none can be added. */
export async function Verdicts({
  change,
  reviews,
  children,
}: {
  reviews: readonly ReviewView[]
  children?: ReactNode
  /** The form by which a reviewer changes a verdict or takes it back. */
  change?: (review: ReviewView) => ReactNode
}) {
  const t = await getTranslations('atDesk')
  if (reviews.length === 0 && !children) return null
  return (
    <Section id="verdicts" title={t('verdicts')} note={t('verdictsNote')}>
      <ul className="max-w-[70ch]">
        {reviews.map((review) => {
          const { id, reviewer, ratingText, rating, summary, url, reviewedOn } = review
          return (
            <li key={id} className="border-t border-rule py-2 first:border-t-0 first:pt-0">
              <p className="font-serif text-body">{url ? <a href={url}>{ratingText}</a> : ratingText}</p>
              {rating ? <p className="label numbers">{t('verdictOn', rating)}</p> : null}
              {summary ? <p className="mt-0.5 whitespace-pre-line">{summary}</p> : null}
              <p className="label">
                <SpeakerName speaker={reviewer} />, <When edtf={reviewedOn} />
              </p>
              {change?.(review)}
            </li>
          )
        })}
      </ul>
      {children}
    </Section>
  )
}
