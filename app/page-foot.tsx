import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { can } from '@/lib/domain/actor'
import { getViewer } from '@/lib/web/session'

const EDITED = { speakers: 'speaker', sources: 'source', topics: 'topic' } as const

/** At the end of a record's page: where readers report an error, and where editors change it. */
export async function PageFoot({
  folder,
  slug,
  shelf = 'public',
}: {
  folder: 'claims' | keyof typeof EDITED
  slug: string
  shelf?: string
}) {
  const t = await getTranslations()
  const viewer = await getViewer()
  // Claims are changed from their own page.
  const edits = folder !== 'claims' && can(viewer, 'edit', { kind: EDITED[folder] })
  return (
    <p className="no-print mt-9 flex flex-wrap gap-x-5 text-small text-muted">
      {shelf === 'desk' ? null : (
        <Link href={`/report?about=/${folder}/${slug}`} rel="nofollow" prefetch={false}>
          {t('reports.link')}
        </Link>
      )}
      {edits ? (
        <Link href={`/desk/${folder}/${slug}/edit` as never} prefetch={false}>
          {t('editSpeaker.edit')}
        </Link>
      ) : null}
    </p>
  )
}
