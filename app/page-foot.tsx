import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { can } from '@/lib/domain/actor'
import { getViewer } from '@/lib/web/session'
import { recordTwins, type Twin } from '@/lib/web/twins'

const EDITED = { speakers: 'speaker', sources: 'source', topics: 'topic' } as const

/** The same in other forms; files and feeds are no pages, so nothing of them is fetched ahead. */
async function Twins({ twins, list }: { twins: readonly Twin[]; list: boolean }) {
  const t = await getTranslations('data')
  return (
    <p className="no-print mt-9 flex flex-wrap gap-x-3 text-small text-muted">
      <span>{t(list ? 'listAs' : 'recordAs')}</span>
      {twins.map(({ form, href, type }) => (
        <a key={form} href={href} type={type} rel="alternate nofollow">
          {t(`forms.${form}`)}
        </a>
      ))}
    </p>
  )
}

/**
 * The end of a page: in what other forms it stands, where readers report an error, and where editors change the record that it is about.
 * @param slug of the record; none on a page about no single one
 * @param address path and query of the view that a reader may find wrong, where it is not the path of folder and slug
 * @param twins the other forms of a list; a record has its own
 */
export async function PageFoot({
  folder,
  slug,
  shelf = 'public',
  twins,
  address,
}: {
  folder: 'claims' | 'method' | '' | keyof typeof EDITED
  slug?: string
  shelf?: string
  twins?: readonly Twin[]
  address?: string
}) {
  const seen = address ?? `/${[folder, slug].filter(Boolean).join('/')}`
  const t = await getTranslations()
  const viewer = await getViewer()
  const kind = EDITED[folder as keyof typeof EDITED]
  // Claims are changed from their own page.
  const edits = slug !== undefined && kind !== undefined && can(viewer, 'edit', { kind })
  // Only what readers may see has other forms.
  const shown = twins ?? (slug === undefined || shelf !== 'public' ? [] : recordTwins(folder, slug))
  const forms = shown.length > 0
  return (
    <>
      {forms ? <Twins twins={shown} list={slug === undefined} /> : null}
      <p className={`no-print flex flex-wrap gap-x-5 text-small text-muted ${forms ? 'mt-1.5' : 'mt-9'}`}>
        {shelf === 'desk' ? null : (
          <Link href={`/report?about=${encodeURIComponent(seen)}`} rel="nofollow" prefetch={false}>
            {t('reports.link')}
          </Link>
        )}
        {edits ? (
          <Link href={`/desk/${folder}/${slug}/edit` as never} prefetch={false}>
            {t('editSpeaker.edit')}
          </Link>
        ) : null}
      </p>
    </>
  )
}
