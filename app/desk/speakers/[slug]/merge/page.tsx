import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PageTitle } from '@/app/_kit/page-title'
import { Said } from '@/app/_kit/said'
import { Section } from '@/app/_kit/section'
import { can } from '@/lib/domain/actor'
import { refValues } from '@/lib/domain/record-form/refs'
import { speakerToEdit } from '@/lib/queries/edit'
import { type Candidate, resolveName } from '@/lib/queries/resolve'
import { getDatabase } from '@/lib/web/database'
import { previewMerge } from '@/lib/web/database-previews'
import { keptForm } from '@/lib/web/forms'
import { refusalWords } from '@/lib/web/refusals'
import { requireUser, type UserViewer } from '@/lib/web/session'
import { FormBody, Lines } from '../../../parts/fields'
import { Moves } from '../../../parts/moves'
import { NameLine } from '../../../parts/name-line'
import { Refused } from '../../../parts/refused'
import { type Shown, shownForm } from '../../../parts/shown'

interface Props {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ into?: string; draft?: string; 'into.text'?: string; 'into.pick'?: string }>
}

export const metadata: Metadata = { robots: { index: false } }

/** The other speaker, by what the address says of it; or why it is not known. */
const chosen = async (text: string, pick: string | undefined) => {
  const resolved = await resolveName(getDatabase(), ['speaker'], pick ? `#${pick}` : text)
  return {
    other: resolved.kind === 'one' ? resolved.node : null,
    candidates: resolved.kind === 'many' ? resolved.candidates : [],
  }
}

const asked = (text: string, other: Candidate | null, candidates: Candidate[], unknown: string): Shown => ({
  values: other ? refValues('into', other.id, { [other.id]: other.name }) : { 'into.text': [text] },
  version: null,
  refusal:
    text && !other
      ? {
          code: 'invalid',
          sentence: unknown,
          field: 'into',
          details: [{ field: 'into', sentence: unknown, candidates }],
        }
      : null,
})

export default async function MergeSpeaker({ params, searchParams }: Props) {
  const { slug } = await params
  const sent = await searchParams
  const here = `/desk/speakers/${slug}/merge`
  const viewer = await requireUser(here)
  const db = getDatabase()
  const found = await speakerToEdit(db, viewer, slug)
  if (!found || !can(viewer, 'edit', { kind: 'speaker' })) notFound()
  const t = await getTranslations('editSpeaker')
  const kept = await keptForm('speaker.merge', sent.draft)
  const text = (kept?.values['into.text']?.at(-1) ?? sent['into.text'] ?? sent.into ?? '').trim()
  const { other, candidates } = await chosen(text, kept?.values.intoId?.at(-1) ?? sent['into.pick'])
  const { name } = found.kept.record
  const shown = asked(
    text,
    other,
    candidates,
    candidates.length > 0 ? t('which', { text }) : t('unknown', { text }),
  )
  return (
    <>
      <PageTitle aside={<Link href={`/desk/speakers/${slug}/edit`}>{t('edit')}</Link>}>
        {t('mergeTitle', { name })}
      </PageTitle>
      <p className="mb-4 max-w-[65ch]">{t('mergeHint', { name })}</p>
      {kept ? <Refused shown={shownForm(kept, {}, null)} /> : null}
      <form method="get" action={here} className="max-w-[46rem] space-y-3">
        <NameLine kinds={['speaker']} shown={shown} name="into" label={t('into')} />
        <button type="submit" className="button button-quiet">
          {t('look')}
        </button>
      </form>
      {other ? (
        <Preview
          viewer={viewer}
          from={{ id: found.kept.id, name, version: found.kept.version }}
          into={other}
          action={`${here}/run`}
        />
      ) : null}
    </>
  )
}

async function Preview({
  viewer,
  from,
  into,
  action,
}: {
  viewer: UserViewer
  from: { id: string; name: string; version: number }
  into: Candidate
  action: string
}) {
  const t = await getTranslations('editSpeaker')
  const db = getDatabase()
  const preview = await previewMerge(db, viewer, { from: from.id, into: into.id })
  const other = await speakerToEdit(db, viewer, into.slug)
  if (!preview.ok)
    return (
      <p role="alert" className="mt-5 max-w-[65ch] border-s-4 border-ink bg-wash px-4 py-2.5 font-medium">
        <Said sentence={(await refusalWords())(preview.refusal.sentence)} />
      </p>
    )
  return (
    <Section title={t('mergePreview')}>
      <Moves moves={preview.value} />
      <div className="mt-5">
        <FormBody action={action}>
          <input type="hidden" name="version" value={from.version} />
          <input type="hidden" name="intoId" value={into.id} />
          <input type="hidden" name="into.text" value={into.name} />
          <input type="hidden" name="intoVersion" value={other?.kept.version ?? 0} />
          <Lines
            shown={{ values: {}, refusal: null, version: null }}
            name="reason"
            label={t('reason')}
            hint={t('reasonHint')}
            required
          />
          <button type="submit" className="button">
            {t('doMerge', { from: from.name, into: into.name })}
          </button>
        </FormBody>
      </div>
    </Section>
  )
}
