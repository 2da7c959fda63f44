import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Notice } from '@/app/_kit/notice'
import { PageTitle } from '@/app/_kit/page-title'
import { linkValues } from '@/lib/domain/record-form/source'
import { linkToEdit } from '@/lib/queries/edit'
import { getDatabase } from '@/lib/web/database'
import { keptForm } from '@/lib/web/forms'
import { requireUser } from '@/lib/web/session'
import { FormBody, Send } from '../../parts/fields'
import { Refused } from '../../parts/refused'
import { shownForm } from '../../parts/shown'
import { TakeAway } from '../../parts/take-away'
import { LinkFields } from '../fields'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<{ draft?: string; part?: string }>
}

export const metadata: Metadata = { robots: { index: false } }

export default async function EditLink({ params, searchParams }: Props) {
  const { id } = await params
  const { draft, part } = await searchParams
  const here = `/desk/links/${encodeURIComponent(id)}`
  const viewer = await requireUser(draft ? `${here}?draft=${encodeURIComponent(draft)}` : here)
  const found = await linkToEdit(getDatabase(), viewer, decodeURIComponent(id))
  if (!found) notFound()
  const t = await getTranslations('editLink')
  const { kept, names, claims } = found
  const withdraws = part === 'withdraw'
  const typed = await keptForm(withdraws ? 'link.withdraw' : 'link.edit', draft)
  const stored = linkValues(kept.record, names)
  const shown = shownForm(withdraws ? null : typed, stored, kept.version)
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      {kept.withdrawn ? <Notice>{t('withdrawn')}</Notice> : null}
      <p className="mb-4">{claims === null ? t('wholeSource') : t('ofClaims', { n: claims })}</p>
      <Refused
        shown={withdraws ? shownForm(typed, {}, kept.version) : shown}
        stored={withdraws ? {} : stored}
      />
      {kept.withdrawn ? null : (
        <FormBody action={`${here}/save`}>
          <LinkFields shown={shown} />
          <Send shown={shown} reason label={t('save')} />
        </FormBody>
      )}
      <TakeAway
        action={`${here}/withdraw`}
        version={kept.version}
        withdrawn={kept.withdrawn}
        hint={t('standsHint')}
      />
    </>
  )
}
