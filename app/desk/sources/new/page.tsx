import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageTitle } from '@/app/_kit/page-title'
import { keptForm } from '@/lib/web/forms'
import { requireUser } from '@/lib/web/session'
import { FormBody, Send } from '../../parts/fields'
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
  const t = await getTranslations('editSource')
  const { draft } = await searchParams
  await requireUser(`/desk/sources/new${draft ? `?draft=${encodeURIComponent(draft)}` : ''}`)
  const shown = shownForm(await keptForm('source.new', draft), {}, null)
  return (
    <>
      <PageTitle>{t('newTitle')}</PageTitle>
      <Refused shown={shown} />
      <FormBody action="/desk/sources/save">
        <SourceFields shown={shown} />
        <Send shown={shown} label={t('record')} />
      </FormBody>
    </>
  )
}
