import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Field, Select } from '@/app/_kit/field'
import { Notice } from '@/app/_kit/notice'
import { PageTitle } from '@/app/_kit/page-title'
import { Section } from '@/app/_kit/section'
import { newShelf } from '@/lib/domain/actor'
import { speakerValues } from '@/lib/domain/record-form/speaker'
import { IDENTITY_KINDS } from '@/lib/domain/vocabulary'
import { type SpeakerToEdit, speakerToEdit } from '@/lib/queries/edit'
import { getDatabase } from '@/lib/web/database'
import { keptForm } from '@/lib/web/forms'
import { requireUser } from '@/lib/web/session'
import { FormBody, Lines, Send } from '../../../parts/fields'
import { LinkRows } from '../../../parts/link-rows'
import { NameLine } from '../../../parts/name-line'
import { NotYours } from '../../../parts/not-yours'
import { Refused } from '../../../parts/refused'
import { type Shown, shownForm } from '../../../parts/shown'
import { TakeAway } from '../../../parts/take-away'
import { SpeakerFields } from '../../fields'

interface Props {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ draft?: string; part?: string; left?: string }>
}

export const metadata: Metadata = { robots: { index: false } }

/** The forms of the page besides the record's own; each shows what was refused of it. */
const PARTS = ['withdraw', 'identity', 'unmerge', 'publish', 'restore'] as const

export default async function EditSpeaker({ params, searchParams }: Props) {
  const { slug } = await params
  const { draft, part, left } = await searchParams
  const here = `/desk/speakers/${slug}/edit`
  const viewer = await requireUser(draft ? `${here}?draft=${encodeURIComponent(draft)}` : here)
  const found = await speakerToEdit(getDatabase(), viewer, slug)
  if (!found) return <NotYours kind="speaker" slug={slug} viewer={viewer} />
  const t = await getTranslations('editSpeaker')
  const { kept, names, groups, links } = found
  // What is proposed is changed by whoever proposed it; what it is to other records, by editors.
  const proposes = newShelf(viewer, 'speaker') === 'desk'
  const asked = PARTS.find((name) => name === part)
  const typed = await keptForm(`speaker.${asked ?? 'edit'}`, draft)
  const stored = speakerValues(kept.record, names)
  const shown = shownForm(asked ? null : typed, stored, kept.version)
  const ofPart = shownForm(asked ? typed : null, {}, kept.version)
  const action = (name: string) => `/desk/speakers/${slug}/${name}`
  return (
    <>
      <PageTitle
        aside={
          <Link href={`/speakers/${slug}`}>
            <bdi>{kept.record.name}</bdi>
          </Link>
        }
      >
        {t('title', { name: kept.record.name })}
      </PageTitle>
      {Number(left) > 0 ? <Notice>{t('left', { n: Number(left) })}</Notice> : null}
      <Refused shown={asked ? ofPart : shown} stored={asked ? {} : stored} />
      <FormBody action={action('save')}>
        <SpeakerFields shown={shown} kind={kept.record.kind} groups={groups} proposes={proposes} />
        <Send shown={shown} reason label={t('save')} />
      </FormBody>
      <Section title={t('links')}>
        <LinkRows links={links} />
        {proposes ? null : (
          <p className="mt-2">
            <Link href={`/desk/links/new?from=${kept.id}`}>{t('newLink')}</Link>
          </p>
        )}
      </Section>
      {proposes || kept.record.kind === 'anonymous' ? null : (
        <Identity found={found} shown={ofPart} action={action('identity')} />
      )}
      {proposes ? null : <Merges found={found} action={action('merge/undo')} merge={action('merge')} />}
      <TakeAway
        action={action('withdraw')}
        version={kept.version}
        withdrawn={kept.shelf === 'closed'}
        hint={t('withdrawHint')}
      />
    </>
  )
}

async function Identity({ found, shown, action }: { found: SpeakerToEdit; shown: Shown; action: string }) {
  const t = await getTranslations()
  return (
    <Section title={t('editSpeaker.identity')} note={t('editSpeaker.identityHint')}>
      {found.identities.map(({ id, kind, other, reason }) => (
        <form key={id} method="post" action={action} className="mb-3 max-w-[46rem] space-y-2">
          <p>
            {other}: {t(`identityKind.${kind as 'same'}`)}. <span className="label">{reason}</span>
          </p>
          <input type="hidden" name="undo" value={id} />
          <div className="flex items-end gap-3">
            <div className="grow">
              <Field label={t('editSpeaker.reason')} name="reason" required maxLength={1000} />
            </div>
            <button type="submit" className="button button-quiet">
              {t('editSpeaker.takeBack')}
            </button>
          </div>
        </form>
      ))}
      <FormBody action={action}>
        <div className="grid gap-3 sm:grid-cols-2">
          <NameLine
            kinds={['person', 'organization']}
            shown={shown}
            name="other"
            label={t('editSpeaker.other')}
          />
          <Select label={t('editSpeaker.identityKind')} name="kind" defaultValue="unsure">
            {IDENTITY_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`identityKind.${kind}`)}
              </option>
            ))}
          </Select>
        </div>
        <Lines shown={shown} name="reason" label={t('editSpeaker.reason')} required />
        <button type="submit" className="button button-quiet">
          {t('editSpeaker.say')}
        </button>
      </FormBody>
    </Section>
  )
}

async function Merges({ found, action, merge }: { found: SpeakerToEdit; action: string; merge: string }) {
  const t = await getTranslations('editSpeaker')
  return (
    <Section title={t('merge')}>
      <p className="mb-3">
        <Link href={merge as never}>{t('mergeTitle', { name: found.kept.record.name })}</Link>
      </p>
      {found.merges.length > 0 ? <h3 className="mb-2 font-medium">{t('merges')}</h3> : null}
      {found.merges.map(({ id, name, by, reason }) => (
        <form key={id} method="post" action={action} className="mb-3 max-w-[46rem] space-y-2">
          <p>
            {name} <span className="label">{t('mergedBy', { by })}</span>{' '}
            <span className="label">{reason}</span>
          </p>
          <input type="hidden" name="id" value={id} />
          <div className="flex items-end gap-3">
            <div className="grow">
              <Field label={t('reason')} name="reason" required maxLength={1000} />
            </div>
            <button type="submit" className="button button-quiet">
              {t('undo')}
            </button>
          </div>
        </form>
      ))}
    </Section>
  )
}
