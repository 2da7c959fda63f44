import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Field } from '@/app/_kit/field'
import { PageTitle } from '@/app/_kit/page-title'
import { PageFoot } from '@/app/page-foot'
import { MOST_TYPED, soughtText } from '@/lib/domain/search/sought'
import { type SearchPage as Found, searchAll } from '@/lib/queries/search/page'
import { getDatabase } from '@/lib/web/database'
import { getViewer } from '@/lib/web/session'
import { Results } from './results'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Of several, the first. */
const typedIn = async ({ searchParams }: Props): Promise<string> =>
  soughtText([(await searchParams).q ?? ''].flat()[0] ?? '')

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const t = await getTranslations('search')
  const typed = await typedIn(props)
  return { title: typed ? t('titleOf', { typed }) : t('title'), robots: { index: false } }
}

async function Meant({ meant }: { meant: string | null }) {
  const t = await getTranslations('search')
  if (!meant) return null
  return (
    <p className="mt-4 text-body">
      {t('meant')}{' '}
      <Link href={`/search?q=${encodeURIComponent(meant)}` as '/search'}>
        <bdi>{meant}</bdi>
      </Link>
      ?
    </p>
  )
}

/** What to do where nothing was found, or nothing typed. */
async function Help({ page }: { page: Found }) {
  const t = await getTranslations('search')
  return (
    <div className="mt-6 max-w-[70ch] border-t border-rule py-6">
      {page.typed ? <p className="font-serif text-xl">{t(page.empty ? 'noWords' : 'nothing')}</p> : null}
      <ul className="mt-2 list-disc space-y-1 ps-5">
        <li>{t('help.words')}</li>
        <li>{t('help.phrase')}</li>
        <li>{t('help.without')}</li>
        <li>{t('help.keys')}</li>
      </ul>
      <p className="mt-3">
        <Link href="/claims">{t('help.browse')}</Link>
      </p>
    </div>
  )
}

export default async function SearchPage(props: Props) {
  const t = await getTranslations('search')
  const page = await searchAll(getDatabase(), await getViewer(), await typedIn(props))
  const { claims, speakers, sources, topics } = page
  const found = claims.rows.length + speakers.length + sources.length + topics.length
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <form action="/search" method="get" className="flex max-w-[40rem] items-end gap-2">
        <div className="grow">
          <Field
            key={page.typed}
            name="q"
            type="search"
            label={t('field')}
            defaultValue={page.typed}
            dir="auto"
            maxLength={MOST_TYPED}
            autoComplete="off"
          />
        </div>
        <button type="submit" className="button">
          {t('submit')}
        </button>
      </form>
      <Meant meant={page.meant} />
      {found > 0 ? <Results page={page} /> : <Help page={page} />}
      <PageFoot folder="" address={`/search?q=${encodeURIComponent(page.typed)}`} />
    </>
  )
}
