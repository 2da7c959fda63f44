import { getTranslations } from 'next-intl/server'
import { TextArea } from '@/app/_kit/field'
import { Section } from '@/app/_kit/section'
import { Moment } from '@/app/_ledger/when'
import type { DraftView } from '@/lib/queries/drafts'
import { typedOr } from '@/lib/web/forms'
import { Act, type At, DeskForm, Refused } from './parts'

/** What those who work on the claim say to each other. */
export async function Comments({
  slug,
  desk,
  kept,
}: At & {
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
