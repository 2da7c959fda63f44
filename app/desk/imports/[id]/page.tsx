import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Notice } from '@/app/_kit/notice'
import { PageTitle } from '@/app/_kit/page-title'
import { Section } from '@/app/_kit/section'
import { Moment } from '@/app/_ledger/when'
import { can } from '@/lib/domain/actor'
import { importOf, problemsOf, sampleOfImport } from '@/lib/queries/imports'
import { getDatabase } from '@/lib/web/database'
import { keptForm } from '@/lib/web/forms'
import { refusalWords } from '@/lib/web/refusals'
import { requireUser } from '@/lib/web/session'
import { Refused } from '../../parts/refused'
import { shownForm } from '../../parts/shown'
import { MappingForm } from '../parts/mapping-form'
import { Outcome } from '../parts/outcome'
import { RatingsForm } from '../parts/ratings-form'
import { ShapeForm } from '../parts/shape-form'
import { stateOf } from '../parts/state'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<{ draft?: string }>
}

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('imports'))('title'),
  robots: { index: false },
})

/** Problems on the page; all are in the report. */
const SHOWN = 200
/** Seconds after which a page of an import at work asks again. */
const AGAIN = 2

export default async function ImportPage({ params, searchParams }: Props) {
  const [{ id }, { draft }] = [await params, await searchParams]
  const viewer = await requireUser(`/desk/imports/${id}`)
  const db = getDatabase()
  const view = await importOf(db, viewer, id)
  if (!view) notFound()
  const t = await getTranslations('imports')
  const kept = (await keptForm('import.map', draft)) ?? (await keptForm('import.move', draft))
  const state = stateOf(view)
  const busy = state === 'checking' || state === 'running'
  const job = view.run && state !== 'checking' ? view.run : view.check
  const problems = job ? await problemsOf(db, viewer, job.id, { take: SHOWN }) : []
  const say = await refusalWords()
  const said = problems.map((problem) => ({ ...problem, sentence: say(problem.sentence) }))
  const sample = busy ? null : await sampleOfImport(db, viewer, view)
  return (
    <>
      {/* With its address: a page that was asked for with a fragment would only scroll. */}
      {busy ? <meta httpEquiv="refresh" content={`${AGAIN};url=/desk/imports/${id}`} /> : null}
      <PageTitle aside={t(`state.${state}`)}>{view.fileName}</PageTitle>
      <p className="label mb-4">
        {t('of', { bytes: view.bytes, by: view.byName })} · <Moment at={view.createdAt.toISOString()} />
      </p>
      <Refused shown={shownForm(kept, {}, null)} />
      {view.gone ? <Notice>{t('gone')}</Notice> : null}
      {job ? <Outcome view={view} job={job} problems={said} dry={job === view.check} /> : null}
      {!busy && !view.gone ? <Moves id={id} state={state} /> : null}
      {sample && !view.gone ? (
        <>
          <RatingsForm view={view} ratings={view.check?.report.ratings ?? []} />
          <Section title={t('meaning')} id="meaning">
            <MappingForm
              view={view}
              sample={sample}
              mayPublish={can(viewer, 'record', { kind: 'claim', state: 'published' })}
            />
          </Section>
          <Section title={t('read')} id="read">
            <ShapeForm id={id} shape={view.shape} />
          </Section>
        </>
      ) : null}
    </>
  )
}

/** What can be done next: import, go on, import again. */
async function Moves({ id, state }: { id: string; state: ReturnType<typeof stateOf> }) {
  const t = await getTranslations('imports')
  if (state === 'mapped') return null
  const stopped = state === 'failed' || state === 'cancelled'
  return (
    <form method="post" action={`/desk/imports/${id}/move`} className="mt-5 flex flex-wrap gap-3">
      {stopped ? (
        <button type="submit" name="do" value="resume" className="button">
          {t('resume')}
        </button>
      ) : null}
      <button
        type="submit"
        name="do"
        value="run"
        className={stopped || state === 'done' ? 'button button-quiet' : 'button'}
      >
        {t(state === 'checked' ? 'runDo' : 'runAgain')}
      </button>
    </form>
  )
}
