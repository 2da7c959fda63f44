import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PageTitle } from '@/app/_kit/page-title'
import { flattened } from '@/lib/domain/form'
import { topicToEdit } from '@/lib/queries/edit'
import { getDatabase } from '@/lib/web/database'
import { keptForm } from '@/lib/web/forms'
import { requireUser } from '@/lib/web/session'
import { FormBody, Line, Lines, Send } from '../../../parts/fields'
import { Refused } from '../../../parts/refused'
import { shownForm } from '../../../parts/shown'

interface Props {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ draft?: string }>
}

export const metadata: Metadata = { robots: { index: false } }

export default async function EditTopic({ params, searchParams }: Props) {
  const { slug } = await params
  const { draft } = await searchParams
  const here = `/desk/topics/${slug}/edit`
  const viewer = await requireUser(draft ? `${here}?draft=${encodeURIComponent(draft)}` : here)
  const kept = await topicToEdit(getDatabase(), viewer, slug)
  if (!kept) notFound()
  const t = await getTranslations('editLink')
  const stored = flattened(kept.record)
  const shown = shownForm(await keptForm('topic.edit', draft), stored, kept.version)
  return (
    <>
      <PageTitle>{t('topicTitle', { name: kept.record.name })}</PageTitle>
      <Refused shown={shown} stored={stored} />
      <FormBody action={`/desk/topics/${slug}/save`}>
        <Line shown={shown} name="name" label={t('topicName')} required />
        <Lines shown={shown} name="description" label={t('topicDescription')} />
        <Send shown={shown} reason label={t('save')} />
      </FormBody>
    </>
  )
}
