import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Section } from '@/app/_kit/section'
import { describeInPage } from '@/app/claims/describe'
import type { Viewer } from '@/lib/domain/actor'
import { hrefOf, sentenceOf } from '@/lib/domain/query'
import { keptViews } from '@/lib/queries/kept-views'
import { getDatabase } from '@/lib/web/database'

/** Views used of late that the desk shows; the page of all views has the rest. */
const RECENT = 3

/** The views that somebody keeps, and the last ones used, as links; nothing where there are none. */
export async function OwnViews({ viewer }: { viewer: Viewer }) {
  const t = await getTranslations('views')
  const { saved, recent, names } = await keptViews(getDatabase(), viewer)
  if (saved.length === 0 && recent.length === 0) return null
  const link = (address: string, href: string, text: string) => (
    <li key={address}>
      <Link href={href as '/claims'} prefetch={false} className="inline-block py-0.5">
        {text}
      </Link>
    </li>
  )
  return (
    <Section
      title={t('title')}
      note={
        <Link href={'/desk/views' as '/'} prefetch={false}>
          {t('all')}
        </Link>
      }
    >
      <ul className="flex flex-wrap gap-x-6 text-body">
        {saved.map(({ address, query, name }) => link(address, hrefOf(query), name))}
      </ul>
      {recent.length > 0 ? (
        <>
          <h3 className="label mt-2">{t('recent')}</h3>
          <ul>
            {
              await Promise.all(
                recent
                  .slice(0, RECENT)
                  .map(async ({ address, query }) =>
                    link(address, hrefOf(query), sentenceOf(await describeInPage(query, names))),
                  ),
              )
            }
          </ul>
        </>
      ) : null}
    </Section>
  )
}
