import { getTranslations } from 'next-intl/server'
import { TextArea } from '@/app/_kit/field'

/** Opens to a form that makes the claim what it was in an earlier version. */
export async function Restore({
  claim,
  to,
  typed,
}: {
  claim: { id: string; slug: string; version: number }
  to: number
  /** The reason that was typed when it was refused before. */
  typed: string | null
}) {
  const t = await getTranslations('desk')
  return (
    <details className="no-print" open={typed !== null}>
      <summary className="inline-block py-0.5 text-small text-link">{t('restore')}</summary>
      <form
        method="post"
        action={`/desk/claims/${claim.slug}/restore`}
        className="mt-1 max-w-[48rem] space-y-2 border-s border-rule ps-4"
      >
        <p className="label">{t('restoreNote', { version: to })}</p>
        <input type="hidden" name="id" value={claim.id} />
        <input type="hidden" name="version" value={claim.version} />
        <input type="hidden" name="to" value={to} />
        <TextArea
          name="reason"
          label={t('restoreReason')}
          required
          maxLength={1000}
          defaultValue={typed ?? ''}
        />
        <button type="submit" className="button button-quiet">
          {t('restoreDo', { version: to })}
        </button>
      </form>
    </details>
  )
}
