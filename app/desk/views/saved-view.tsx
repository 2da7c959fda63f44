import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Field } from '@/app/_kit/field'
import { one } from '@/lib/domain/form'
import { hrefOf, wholeView } from '@/lib/domain/query'
import type { DraftView } from '@/lib/queries/drafts'
import type { SavedView } from '@/lib/queries/kept-views'
import { listTwins } from '@/lib/web/twins'

/** A view that somebody keeps: its name leads to it, its sentence says what it asks for. */
export function SavedViewRow({
  view,
  sentence,
  refused,
}: {
  view: SavedView
  sentence: string
  /** A new name that was not taken. */
  refused: DraftView | null
}) {
  const t = useTranslations('views')
  const { id, name, version, query } = view
  const first = hrefOf(wholeView(query), '')
  const feed = listTwins('claims', first, first).find(({ form }) => form === 'atom')
  return (
    <li className="grid gap-x-8 gap-y-1 py-3 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <Link href={hrefOf(query) as '/claims'} prefetch={false} className="text-body font-medium">
          {name}
        </Link>
        <p className="text-muted">{sentence}</p>
      </div>
      <div className="no-print flex flex-wrap items-start gap-x-5">
        <a href={feed?.href} type={feed?.type} aria-label={t('feedNamed', { name })} className="py-1">
          {t('feed')}
        </a>
        <details open={refused !== null} className="open:basis-full">
          <summary className="py-1">{t('rename')}</summary>
          <form method="post" action="/desk/views/rename" className="my-2 max-w-[22rem] space-y-2">
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="version" value={version} />
            <Field
              name="name"
              label={t('renameLabel', { name })}
              error={refused?.refusal?.sentence}
              defaultValue={refused ? one(refused.values, 'name') : name}
              required
              maxLength={80}
              autoComplete="off"
            />
            <button type="submit" className="button button-quiet">
              {t('renameDo')}
            </button>
          </form>
        </details>
        <form method="post" action="/desk/views/remove">
          <input type="hidden" name="id" value={id} />
          <button
            type="submit"
            aria-label={t('removeNamed', { name })}
            className="cursor-pointer py-1 hover:text-link hover:underline"
          >
            {t('remove')}
          </button>
        </form>
      </div>
    </li>
  )
}
