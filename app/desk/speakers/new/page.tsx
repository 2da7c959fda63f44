import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { PageTitle } from '@/app/_kit/page-title'
import { newShelf } from '@/lib/domain/actor'
import { one } from '@/lib/domain/form'
import { SPEAKER_KINDS } from '@/lib/domain/vocabulary'
import { groupsOf } from '@/lib/queries/edit'
import { getDatabase } from '@/lib/web/database'
import { keptForm } from '@/lib/web/forms'
import { requireUser } from '@/lib/web/session'
import { FormBody, Once, Send } from '../../parts/fields'
import { Refused } from '../../parts/refused'
import { shownForm } from '../../parts/shown'
import { SpeakerFields } from '../fields'

interface Props {
  searchParams: Promise<{ kind?: string; draft?: string }>
}

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('editSpeaker'))('newTitle'),
})

export default async function NewSpeaker({ searchParams }: Props) {
  const t = await getTranslations()
  const { kind: asked, draft } = await searchParams
  const viewer = await requireUser(`/desk/speakers/new${draft ? `?draft=${encodeURIComponent(draft)}` : ''}`)
  const kept = await keptForm('speaker.new', draft)
  const wanted = kept ? one(kept.values, 'kind') : asked
  const kind = SPEAKER_KINDS.find((k) => k === wanted) ?? 'person'
  const shown = shownForm(kept, {}, null)
  const proposes = newShelf(viewer, 'speaker') === 'desk'
  return (
    <>
      <PageTitle>{t(proposes ? 'proposal.newSpeaker' : 'editSpeaker.newTitle')}</PageTitle>
      {proposes ? <p className="mb-5 max-w-[65ch]">{t('proposal.newNote')}</p> : null}
      <nav aria-label={t('editSpeaker.kind')} className="mb-5 flex gap-x-5">
        {SPEAKER_KINDS.map((k) => (
          <Link
            key={k}
            href={`/desk/speakers/new?kind=${k}`}
            aria-current={k === kind ? 'page' : undefined}
            className={`first-letter:uppercase ${k === kind ? 'font-semibold text-ink no-underline' : ''}`}
          >
            {t(`speakerKind.${k}`)}
          </Link>
        ))}
      </nav>
      <Refused shown={shown} />
      <FormBody action="/desk/speakers/save">
        <Once shown={shown} />
        <SpeakerFields shown={shown} kind={kind} groups={await groupsOf(getDatabase())} proposes={proposes} />
        <Send shown={shown} label={t(proposes ? 'proposal.speaker' : 'editSpeaker.record')} />
      </FormBody>
    </>
  )
}
