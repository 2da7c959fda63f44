import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { can } from '@/lib/domain/actor'
import { getViewer } from '@/lib/web/session'

const EDITED = { speakers: 'speaker', sources: 'source', topics: 'topic' } as const

/**
 * The end of a page: where readers report an error, and where editors change the record that it is about.
 * @param slug of the record; none on a page about no single one
 */
export async function PageFoot({
  folder,
  slug,
  shelf = 'public',
}: {
  folder: 'claims' | 'method' | '' | keyof typeof EDITED
  slug?: string
  shelf?: string
}) {
  const t = await getTranslations()
  const viewer = await getViewer()
  const kind = EDITED[folder as keyof typeof EDITED]
  // Claims are changed from their own page.
  const edits = slug !== undefined && kind !== undefined && can(viewer, 'edit', { kind })
  return (
    <p className="no-print mt-9 flex flex-wrap gap-x-5 text-small text-muted">
      {shelf === 'desk' ? null : (
        <Link
          href={`/report?about=/${[folder, slug].filter(Boolean).join('/')}`}
          rel="nofollow"
          prefetch={false}
        >
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
