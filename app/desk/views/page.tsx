import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Notice } from '@/app/_kit/notice'
import { PageTitle } from '@/app/_kit/page-title'
import { Section } from '@/app/_kit/section'
import { describeInPage } from '@/app/claims/describe'
import { one } from '@/lib/domain/form'
import { RECENT_MOST, SAVED_MOST } from '@/lib/domain/input/view'
import { hrefOf, readViewAddress, sentenceOf } from '@/lib/domain/query'
import type { DraftView } from '@/lib/queries/drafts'
import { keptViews } from '@/lib/queries/kept-views'
import { getDatabase } from '@/lib/web/database'
import { keptForm } from '@/lib/web/forms'
import { requireUser } from '@/lib/web/session'
import { SaveViewForm } from './save-form'
import { SavedViewRow } from './saved-view'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('views'))('title'),
  robots: { index: false },
})

interface Props {
  searchParams: Promise<{ draft?: string }>
}

/** The views that somebody keeps, to open, rename and remove, and those used of late. */
export default async function Views({ searchParams }: Props) {
  const { draft } = await searchParams
  const here = '/desk/views'
  const viewer = await requireUser(draft ? `${here}?draft=${encodeURIComponent(draft)}` : here)
  const t = await getTranslations('views')
  const [{ saved, recent, names }, toSave, toRename, toRemove] = await Promise.all([
    keptViews(getDatabase(), viewer),
    keptForm('view.save', draft),
    keptForm('view.rename', draft),
    keptForm('view.remove', draft),
  ])
  const say = async (query: (typeof saved)[number]['query']) => sentenceOf(await describeInPage(query, names))
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <p className="max-w-[70ch] text-body text-muted">{t('intro')}</p>
      {toRemove?.refusal ? <Notice>{toRemove.refusal.sentence}</Notice> : null}
      {toSave ? <Refused form={toSave} /> : null}
      <Section title={t('saved')} note={t('savedCount', { n: saved.length, most: SAVED_MOST })}>
        {saved.length === 0 ? (
          <>
            <p className="max-w-[70ch]">{t('none')}</p>
            <p className="mt-3">
              <Link href="/claims">{t('toClaims')}</Link>
            </p>
          </>
        ) : (
          <ul className="divide-y divide-rule/70">
            {
              await Promise.all(
                saved.map(async (view) => (
                  <SavedViewRow
                    key={view.id}
                    view={view}
                    sentence={await say(view.query)}
                    refused={toRename && one(toRename.values, 'id') === view.id ? toRename : null}
                  />
                )),
              )
            }
          </ul>
        )}
      </Section>
      <Section title={t('recent')} note={t('recentNote', { most: RECENT_MOST })}>
        {recent.length === 0 ? <p className="text-muted">{t('recentNone')}</p> : null}
        <ul className="space-y-1.5">
          {
            await Promise.all(
              recent.map(async ({ address, query }) => (
                <li key={address}>
                  <Link href={hrefOf(query) as '/claims'} prefetch={false}>
                    {await say(query)}
                  </Link>
                </li>
              )),
            )
          }
        </ul>
      </Section>
    </>
  )
}

/** A view that was not saved, or whose keeper had to sign in first: the form again, with what was wrong. */
async function Refused({ form }: { form: DraftView }) {
  const t = await getTranslations('views')
  const { query } = readViewAddress(one(form.values, 'address'))
  const plain = { speakers: new Map(), sources: new Map(), topics: new Map() }
  return (
    <Section title={t('saveTitle')}>
      <p className="mb-3 text-body">
        <Link href={hrefOf(query) as '/claims'}>{sentenceOf(await describeInPage(query, plain))}</Link>
      </p>
      <SaveViewForm query={query} name={one(form.values, 'name')} refusal={form.refusal} />
    </Section>
  )
}
