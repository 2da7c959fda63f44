import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PageTitle } from '@/app/_kit/page-title'
import type { Viewer } from '@/lib/domain/actor'
import { standingOf } from '@/lib/queries/standing'
import { getDatabase } from '@/lib/web/database'

/** In place of a form that is not for whoever asks: what they can do instead. What is not there answers 404. */
export async function NotYours({
  kind,
  slug,
  viewer,
}: {
  kind: 'speaker' | 'source'
  slug: string
  viewer: Viewer
}) {
  const standing = await standingOf(getDatabase(), viewer, kind, slug)
  if (standing.kind !== 'found') notFound()
  const t = await getTranslations()
  const page = `/${kind}s/${slug}`
  return (
    <>
      <PageTitle aside={<Link href={page as '/speakers'}>{t('proposal.page')}</Link>}>
        {t(`proposal.change_${kind}`)}
      </PageTitle>
      <p className="max-w-[65ch]">{t('proposal.notYours')}</p>
      <p className="mt-3">
        <Link href={`/report?about=${encodeURIComponent(page)}`}>{t('reports.link')}</Link>
      </p>
    </>
  )
}
