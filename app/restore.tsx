import { getTranslations } from 'next-intl/server'
import { TextArea } from '@/app/_kit/field'

/** Opens to a form that makes a record what it was in an earlier version. */
export async function Restore({
  action,
  id,
  version,
  to,
  typed = null,
}: {
  action: string
  id: string
  /** The version that the page shows. */
  version: number
  to: number
  /** The reason that was typed when it was refused before. */
  typed?: string | null
}) {
  const t = await getTranslations('desk')
  return (
    <details className="no-print" open={typed !== null}>
      <summary className="inline-block py-0.5 text-small text-link">{t('restore')}</summary>
      <form method="post" action={action} className="mt-1 max-w-[48rem] space-y-2 border-s border-rule ps-4">
        <p className="label">{t('restoreNote', { version: to })}</p>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
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
