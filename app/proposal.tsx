import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { proposalOf } from '@/lib/queries/proposals'
import { getDatabase } from '@/lib/web/database'
import { getViewer } from '@/lib/web/session'

/** Above a speaker or a source that readers do not see: whose proposal it is, and what can be done with it. */
export async function Proposal({ kind, slug }: { kind: 'speaker' | 'source'; slug: string }) {
  const proposal = await proposalOf(getDatabase(), await getViewer(), kind, slug)
  if (!proposal) return null
  const t = await getTranslations('proposal')
  const { by, version, mayEdit, mayPublish } = proposal
  const desk = `/desk/${kind}s/${slug}`
  return (
    <section aria-labelledby="proposal" className="no-print mb-7 border-y border-rule bg-wash px-4 py-3">
      <h2 id="proposal" className="font-medium">
        {by ? t('by', { by }) : t('title')}
      </h2>
      <p className="label mt-1 max-w-[70ch]">{t('unseen')}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        {mayPublish ? (
          <form method="post" action={`${desk}/publish`}>
            <input type="hidden" name="version" value={version} />
            <button type="submit" className="button">
              {t('publish')}
            </button>
          </form>
        ) : null}
        {mayEdit ? (
          <Link href={`${desk}/edit` as '/'} prefetch={false} className="button button-quiet no-underline">
            {t('edit')}
          </Link>
        ) : null}
      </div>
    </section>
  )
}
