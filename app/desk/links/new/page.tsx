import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { PageTitle } from '@/app/_kit/page-title'
import { can } from '@/lib/domain/actor'
import { refValues } from '@/lib/domain/record-form/refs'
import { namesOfPicked, PICKED } from '@/lib/queries/resolve'
import { getDatabase } from '@/lib/web/database'
import { keptForm } from '@/lib/web/forms'
import { requireUser } from '@/lib/web/session'
import { FormBody, Once, Send } from '../../parts/fields'
import { Refused } from '../../parts/refused'
import { shownForm } from '../../parts/shown'
import { LinkFields } from '../fields'

interface Props {
  searchParams: Promise<{ from?: string; draft?: string }>
}

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('editLink'))('newTitle'),
})

export default async function NewLink({ searchParams }: Props) {
  const t = await getTranslations('editLink')
  const { from, draft } = await searchParams
  const viewer = await requireUser(`/desk/links/new${draft ? `?draft=${encodeURIComponent(draft)}` : ''}`)
  if (!can(viewer, 'record', { kind: 'link' }))
    return (
      <>
        <PageTitle>{t('newTitle')}</PageTitle>
        <p className="max-w-[65ch]">{(await getTranslations('proposal'))('link')}</p>
        <p className="mt-3">
          <Link href="/desk/claims/new">{(await getTranslations('desk'))('newClaim')}</Link>
        </p>
      </>
    )
  const picked = await namesOfPicked(getDatabase(), ['speaker', 'source'], [`${PICKED}${from ?? ''}`])
  const start = picked.get(`${PICKED}${from}`)
  const stored = start ? refValues('from', start.id, { [start.id]: start.name }) : {}
  const shown = shownForm(await keptForm('link.new', draft), stored, null)
  return (
    <>
      <PageTitle>{t('newTitle')}</PageTitle>
      <p className="mb-4">{t('wholeSource')}</p>
      <Refused shown={shown} />
      <FormBody action="/desk/links/save">
        <Once shown={shown} />
        <LinkFields shown={shown} />
        <Send shown={shown} label={t('record')} />
      </FormBody>
    </>
  )
}
