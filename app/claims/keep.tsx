import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { type ClaimQuery, viewAddress } from '@/lib/domain/query'
import { savedViews } from '@/lib/queries/kept-views'
import { getDatabase } from '@/lib/web/database'
import { getViewer } from '@/lib/web/session'
import { SaveViewForm } from '../desk/views/save-form'

/** For whoever has an account: keep this view under a name, or the name that it is kept under. */
export async function KeepView({ query }: { query: ClaimQuery }) {
  const viewer = await getViewer()
  if (viewer.kind !== 'user') return null
  const t = await getTranslations('views')
  const address = viewAddress(query)
  const kept = (await savedViews(getDatabase(), viewer)).find((view) => view.address === address)
  if (kept)
    return (
      <p>
        <span className="text-muted">{t('savedAs')}</span>{' '}
        <Link href={'/desk/views' as '/'} prefetch={false}>
          <bdi>{kept.name}</bdi>
        </Link>
      </p>
    )
  return (
    <details className="open:basis-full">
      <summary className="w-max text-link">{t('save')}</summary>
      <div className="mt-2 border-s-2 border-rule ps-4">
        <SaveViewForm query={query} />
      </div>
    </details>
  )
}
