import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Checkbox } from '@/app/_kit/checkbox'
import { Select } from '@/app/_kit/field'
import { PageTitle } from '@/app/_kit/page-title'
import { Section } from '@/app/_kit/section'
import { Underway } from '@/app/sources/[slug]/underway'
import { can } from '@/lib/domain/actor'
import { SOURCE_STATUSES, type SourceStatus } from '@/lib/domain/vocabulary'
import { type SourceToEdit, sourceToEdit } from '@/lib/queries/edit'
import { previewSourceStatus } from '@/lib/queries/sources/preview'
import { getDatabase } from '@/lib/web/database'
import { keptForm } from '@/lib/web/forms'
import { requireUser, type UserViewer } from '@/lib/web/session'
import { FormBody, Lines } from '../../../parts/fields'
import { Moves } from '../../../parts/moves'
import { Refused } from '../../../parts/refused'
import { type Shown, shownForm } from '../../../parts/shown'

interface Props {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ to?: string; removes?: string | string[]; draft?: string }>
}

export const metadata: Metadata = { robots: { index: false } }

/** From here on claims are derived in the background (lib/commands/settle.ts). */
const MANY = 500

export default async function SourceStatusPage({ params, searchParams }: Props) {
  const { slug } = await params
  const sent = await searchParams
  const here = `/desk/sources/${slug}/status`
  const viewer = await requireUser(here)
  const db = getDatabase()
  const found = await sourceToEdit(db, viewer, slug)
  if (!found || !can(viewer, 'edit', { kind: 'source' })) notFound()
  const t = await getTranslations()
  const { kept, appearing } = found
  const typed = await keptForm('source.status', sent.draft)
  const wanted = typed ? typed.values.status?.at(-1) : sent.to
  const to = SOURCE_STATUSES.find((status) => status === wanted)
  const removes = typed
    ? (typed.values.removes ?? [])
    : to
      ? [sent.removes ?? []].flat()
      : appearing.filter(({ removed }) => removed).map(({ id }) => id)
  return (
    <>
      <PageTitle
        aside={
          <Link href={`/sources/${slug}`}>
            <bdi>{kept.record.title}</bdi>
          </Link>
        }
      >
        {t('editSource.statusTitle', { name: kept.record.title })}
      </PageTitle>
      <Underway id={kept.id} slug={slug} />
      <Refused shown={shownForm(typed, {}, kept.version)} />
      <form method="get" action={here} className="max-w-[46rem] space-y-4">
        <Select label={t('editSource.newStatus')} name="to" defaultValue={to ?? kept.record.status}>
          {SOURCE_STATUSES.map((status) => (
            <option key={status} value={status}>
              {t(`sourceStatus.${status}`)}
            </option>
          ))}
        </Select>
        {appearing.length > 0 ? (
          <fieldset>
            <legend className="label">{t('editSource.removes')}</legend>
            <p className="label">{t('editSource.removesHint')}</p>
            {appearing.map(({ id, statement }) => (
              <Checkbox
                key={id}
                name="removes"
                value={id}
                label={statement}
                defaultChecked={removes.includes(id)}
              />
            ))}
          </fieldset>
        ) : null}
        <button type="submit" className="button button-quiet">
          {t('editSource.look')}
        </button>
      </form>
      {to ? (
        <Preview
          viewer={viewer}
          found={found}
          to={to}
          removes={removes}
          shown={shownForm(typed, {}, kept.version)}
        />
      ) : null}
    </>
  )
}

async function Preview({
  viewer,
  found,
  to,
  removes,
  shown,
}: {
  viewer: UserViewer
  found: SourceToEdit
  to: SourceStatus
  removes: string[]
  shown: Shown
}) {
  const t = await getTranslations()
  const choice = { id: found.kept.id, status: to, removesClaims: removes }
  const moves = await previewSourceStatus(getDatabase(), viewer, choice)
  if (!moves) return null
  return (
    <Section title={t('editSource.preview')}>
      <Moves moves={moves} />
      <div className="mt-5">
        {moves.claims > MANY ? <p className="mb-3 max-w-[65ch]">{t('editSource.background')}</p> : null}
        <FormBody action={`/desk/sources/${found.kept.slug}/status/set`}>
          <input type="hidden" name="version" value={shown.version ?? 0} />
          <input type="hidden" name="status" value={to} />
          {removes.map((id) => (
            <input key={id} type="hidden" name="removes" value={id} />
          ))}
          <Lines
            shown={shown}
            name="reason"
            label={t('editSpeaker.reason')}
            hint={t('editSpeaker.reasonHint')}
            required
          />
          <button type="submit" className="button">
            {t('editSource.do', { status: t(`sourceStatus.${to}`) })}
          </button>
        </FormBody>
      </div>
    </Section>
  )
}
