import { getTranslations } from 'next-intl/server'
import { Notice } from '@/app/_kit/notice'
import { can } from '@/lib/domain/actor'
import { jobOf } from '@/lib/queries/jobs'
import { getDatabase } from '@/lib/web/database'
import { getViewer } from '@/lib/web/session'

/** Where many claims rest on a source, a change of it takes a while to reach them all; where it stopped, editors have
 * it tried again. */
export async function Underway({ id, slug }: { id: string; slug: string }) {
  const job = await jobOf(getDatabase(), id)
  if (!job) return null
  const t = await getTranslations('editSource')
  const { state, done, total } = job
  if (state !== 'failed') return <Notice>{t('jobWaiting', { done, total })}</Notice>
  return (
    <Notice>
      <p>{t('jobFailed', { done, total })}</p>
      {can(await getViewer(), 'edit', { kind: 'source' }) ? (
        <form method="post" action="/desk/jobs/retry" className="mt-2">
          <input type="hidden" name="id" value={job.id} />
          <input type="hidden" name="slug" value={slug} />
          <button type="submit" className="button button-quiet">
            {t('jobRetry')}
          </button>
        </form>
      ) : null}
    </Notice>
  )
}
