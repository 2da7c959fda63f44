import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Field, TextArea } from '@/app/_kit/field'
import { PageTitle } from '@/app/_kit/page-title'
import { SeenAt, SubjectName } from '@/app/_ledger/subject-name'
import { Moment } from '@/app/_ledger/when'
import { one } from '@/lib/domain/form'
import type { DraftView } from '@/lib/queries/drafts'
import { type DeskReport, listReports } from '@/lib/queries/reports'
import { getDatabase } from '@/lib/web/database'
import { keptForm } from '@/lib/web/forms'
import { requireUser } from '@/lib/web/session'
import { Refused } from '../parts/refused'
import { shownForm } from '../parts/shown'

interface Props {
  searchParams: Promise<{ state?: string; draft?: string }>
}

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('reports'))('deskTitle'),
  robots: { index: false },
})

const STATES = ['open', 'answered', 'closed'] as const

export default async function Reports({ searchParams }: Props) {
  const { state: asked, draft } = await searchParams
  const viewer = await requireUser('/desk/reports')
  const t = await getTranslations('reports')
  const state = STATES.find((s) => s === asked) ?? 'open'
  const kept = await keptForm('report.answer', draft)
  const { rows, total } = await listReports(getDatabase(), viewer, state)
  return (
    <>
      <PageTitle>{t('deskTitle')}</PageTitle>
      <nav aria-label={t('deskTitle')} className="mb-5 flex gap-x-5">
        {STATES.map((s) => (
          <Link
            key={s}
            href={`/desk/reports?state=${s}`}
            aria-current={s === state ? 'page' : undefined}
            className={s === state ? 'font-semibold text-ink no-underline' : ''}
          >
            {t(s)}
          </Link>
        ))}
      </nav>
      <Refused shown={shownForm(kept, {}, null)} />
      {rows.length === 0 ? <p className="text-muted">{t('none')}</p> : null}
      <ol className="divide-y divide-rule">
        {rows.map((report) => (
          <Report key={report.id} report={report} kept={kept} />
        ))}
      </ol>
      {total > rows.length ? <p className="label mt-3">{t('more', { n: total - rows.length })}</p> : null}
    </>
  )
}

async function Report({ report, kept }: { report: DeskReport; kept: DraftView | null }) {
  const t = await getTranslations('reports')
  const { id, about, address, text, contact, at, state, answer, answeredBy } = report
  const typed = kept && one(kept.values, 'id') === id ? kept.values : {}
  return (
    <li className="max-w-[46rem] py-5">
      <p>
        {about ? <SubjectName {...about} /> : t('gone')}{' '}
        {about && address ? <SeenAt path={about.path} address={address} /> : null}{' '}
        <span className="label">
          <Moment at={at} />
        </span>
      </p>
      <p className="my-2 whitespace-pre-line border-s-2 border-rule ps-3">{text}</p>
      {contact ? <p className="label">{t('from', { contact })}</p> : null}
      {answer ? (
        <p className="my-2 whitespace-pre-line">
          {answer} {answeredBy ? <span className="label">{t('by', { by: answeredBy })}</span> : null}
        </p>
      ) : null}
      {state === 'open' ? (
        <form method="post" action="/desk/reports/answer" className="mt-3 space-y-3">
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="was" value={state} />
          <TextArea
            label={t('yourAnswer')}
            name="answer"
            maxLength={2000}
            defaultValue={one(typed, 'answer')}
          />
          <button type="submit" name="do" value="answer" className="button">
            {t('sendAnswer')}
          </button>
          <div className="flex items-end gap-3">
            <div className="grow">
              <Field
                label={t('closeReason')}
                name="closing"
                maxLength={1000}
                defaultValue={one(typed, 'closing')}
              />
            </div>
            <button type="submit" name="do" value="close" className="button button-quiet">
              {t('close')}
            </button>
          </div>
        </form>
      ) : null}
    </li>
  )
}
