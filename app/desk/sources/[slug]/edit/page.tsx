import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { PageTitle } from '@/app/_kit/page-title'
import { Section } from '@/app/_kit/section'
import { newShelf } from '@/lib/domain/actor'
import { sourceValues } from '@/lib/domain/record-form/source'
import { sourceToEdit } from '@/lib/queries/edit'
import { getDatabase } from '@/lib/web/database'
import { keptForm } from '@/lib/web/forms'
import { requireUser } from '@/lib/web/session'
import { FormBody, Send } from '../../../parts/fields'
import { LinkRows } from '../../../parts/link-rows'
import { NotYours } from '../../../parts/not-yours'
import { Refused } from '../../../parts/refused'
import { shownForm } from '../../../parts/shown'
import { TakeAway } from '../../../parts/take-away'
import { SourceFields } from '../../fields'

interface Props {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ draft?: string; part?: string }>
}

export const metadata: Metadata = { robots: { index: false } }

/** The forms of the page besides the record's own; each shows what was refused of it. */
const PARTS = ['withdraw', 'publish', 'restore'] as const

export default async function EditSource({ params, searchParams }: Props) {
  const { slug } = await params
  const { draft, part } = await searchParams
  const here = `/desk/sources/${slug}/edit`
  const viewer = await requireUser(draft ? `${here}?draft=${encodeURIComponent(draft)}` : here)
  const found = await sourceToEdit(getDatabase(), viewer, slug)
  if (!found) return <NotYours kind="source" slug={slug} viewer={viewer} />
  const t = await getTranslations()
  const { kept, names, links } = found
  const proposes = newShelf(viewer, 'source') === 'desk'
  const other = PARTS.find((name) => name === part)
  const typed = await keptForm(`source.${other ?? 'edit'}`, draft)
  const stored = sourceValues(kept.record, names)
  const shown = shownForm(other ? null : typed, stored, kept.version)
  return (
    <>
      <PageTitle
        aside={
          <Link href={`/sources/${slug}`}>
            <bdi>{kept.record.title}</bdi>
          </Link>
        }
      >
        {t('editSource.title', { name: kept.record.title })}
      </PageTitle>
      <Refused shown={other ? shownForm(typed, {}, kept.version) : shown} stored={other ? {} : stored} />
      {proposes ? null : (
        <p className="mb-4">
          {t('editSource.status')}: {t(`sourceStatus.${kept.record.status}`)}.{' '}
          <Link href={`/desk/sources/${slug}/status`}>{t('editSource.changeStatus')}</Link>
        </p>
      )}
      <FormBody action={`/desk/sources/${slug}/save`}>
        <SourceFields shown={shown} />
        <Send shown={shown} reason label={t('editSource.save')} />
      </FormBody>
      <Section title={t('editSpeaker.links')}>
        <LinkRows links={links} />
        {proposes ? null : (
          <p className="mt-2">
            <Link href={`/desk/links/new?from=${kept.id}`}>{t('editSpeaker.newLink')}</Link>
          </p>
        )}
      </Section>
      <TakeAway
        action={`/desk/sources/${slug}/withdraw`}
        version={kept.version}
        withdrawn={kept.shelf === 'closed'}
        hint={t('editSpeaker.withdrawHint')}
      />
    </>
  )
}
