import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageTitle } from '@/app/_kit/page-title'
import { newShelf } from '@/lib/domain/actor'
import { keptForm } from '@/lib/web/forms'
import { requireUser } from '@/lib/web/session'
import { FormBody, Once, Send } from '../../parts/fields'
import { Refused } from '../../parts/refused'
import { shownForm } from '../../parts/shown'
import { SourceFields } from '../fields'

interface Props {
  searchParams: Promise<{ draft?: string }>
}

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('editSource'))('newTitle'),
})

export default async function NewSource({ searchParams }: Props) {
  const t = await getTranslations()
  const { draft } = await searchParams
  const viewer = await requireUser(`/desk/sources/new${draft ? `?draft=${encodeURIComponent(draft)}` : ''}`)
  const shown = shownForm(await keptForm('source.new', draft), {}, null)
  const proposes = newShelf(viewer, 'source') === 'desk'
  return (
    <>
      <PageTitle>{t(proposes ? 'proposal.newSource' : 'editSource.newTitle')}</PageTitle>
      {proposes ? <p className="mb-5 max-w-[65ch]">{t('proposal.newNote')}</p> : null}
      <Refused shown={shown} />
      <FormBody action="/desk/sources/save">
        <Once shown={shown} />
        <SourceFields shown={shown} />
        <Send shown={shown} label={t(proposes ? 'proposal.source' : 'editSource.record')} />
      </FormBody>
    </>
  )
}
