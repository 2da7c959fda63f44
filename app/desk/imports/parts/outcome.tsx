import { useTranslations } from 'next-intl'
import { Notice } from '@/app/_kit/notice'
import { Section } from '@/app/_kit/section'
import type { ImportField } from '@/lib/domain/import/fields'
import { type Report, unitOf } from '@/lib/domain/import/report'
import type { ImportJob, ImportView, ProblemView } from '@/lib/queries/imports'

const SUMS = [
  'rows',
  'created',
  'updated',
  'unchanged',
  'skipped',
  'partly',
  'reviews',
  'speakers',
  'sources',
  'topics',
] as const

/** What came of a file, or would come of it: sums, changes, verdicts' words, and every problem with its line. */
export function Outcome({
  view,
  job,
  problems,
  dry,
}: {
  view: ImportView
  job: ImportJob
  problems: ProblemView[]
  dry: boolean
}) {
  const t = useTranslations('imports')
  const { report } = job
  const open = job.state === 'waiting' || job.state === 'running'
  return (
    <Section title={t(dry ? 'check' : 'run')} id={dry ? 'check' : 'run'}>
      {open ? <Progress view={view} job={job} /> : null}
      {job.error ? <Notice>{t('error', { error: job.error })}</Notice> : null}
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        {SUMS.map((sum) => (
          <div key={sum}>
            <dt className="label">{t(sum)}</dt>
            <dd className="numbers text-lg">{report[sum]}</dd>
          </div>
        ))}
      </dl>
      {report.reviewsOfNobody > 0 ? (
        <p className="mt-3">{t('nobody', { n: report.reviewsOfNobody })}</p>
      ) : null}
      <Changes report={report} unit={unitOf(view.shape.format)} />
      <Problems view={view} report={report} problems={problems} />
    </Section>
  )
}

function Progress({ view, job }: { view: ImportView; job: ImportJob }) {
  const t = useTranslations('imports')
  const percent = Math.floor((100 * job.done) / Math.max(1, job.total))
  return (
    <form method="post" action={`/desk/imports/${view.id}/move`} className="mb-4 space-y-2">
      <progress
        value={job.done}
        max={Math.max(1, job.total)}
        className="w-full max-w-[30rem]"
        aria-label={t('title')}
      />
      <p className="numbers">{t('progress', { percent, rows: job.report.rows })}</p>
      <p className="flex flex-wrap items-baseline gap-x-4">
        <button type="submit" name="do" value="cancel" className="button button-quiet">
          {t('cancel')}
        </button>
        <span className="label">{t('waitsNote')}</span>
      </p>
    </form>
  )
}

/** Fields of speakers, and verdicts, as the mapping calls them. */
const OURS: Record<string, ImportField> = {
  name: 'name',
  description: 'description',
  wikidataId: 'wikidata',
  sameAs: 'url',
  roles: 'roles',
  reviews: 'reviews',
}

function Changes({ report, unit }: { report: Report; unit: 'line' | 'record' }) {
  const t = useTranslations('imports')
  const names = useTranslations('history.fields')
  if (report.updates.length === 0) return null
  // A claim's fields by their names in its history; those that it does not have, by ours.
  const name = (field: string) =>
    names.has(field as 'statement') ? names(field as 'statement') : t(`fields.${OURS[field] ?? 'reviews'}`)
  return (
    <table className="mt-5 w-full max-w-[60rem]">
      <caption className="mb-1 text-start font-semibold">{t('changes')}</caption>
      <thead>
        <tr className="label border-b border-rule text-start">
          <th scope="col" className="py-1 pe-4 font-normal">
            {t(`lineHead.${unit}`)}
          </th>
          <th scope="col" className="py-1 pe-4 font-normal">
            {t('fields.statement')}
          </th>
          <th scope="col" className="py-1 font-normal">
            {t('changed')}
          </th>
        </tr>
      </thead>
      <tbody>
        {report.updates.map(({ line, statement, fields }) => (
          <tr key={`${line} ${statement}`} className="border-b border-rule/60 align-baseline">
            <td className="numbers py-1 pe-4">{line}</td>
            <td className="py-1 pe-4" dir="auto">
              {statement}
            </td>
            <td className="py-1">{fields.map((field) => name(field)).join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Problems({ view, report, problems }: { view: ImportView; report: Report; problems: ProblemView[] }) {
  const t = useTranslations('imports')
  const unit = unitOf(view.shape.format)
  const more = report.skipped + report.partly + report.moreProblems - problems.length
  return (
    <>
      {problems.length > 0 ? (
        <table className="mt-5 w-full max-w-[60rem]">
          <caption className="mb-1 text-start font-semibold">{t('problems')}</caption>
          <thead>
            <tr className="label border-b border-rule text-start">
              <th scope="col" className="py-1 pe-4 font-normal">
                {t(`lineHead.${unit}`)}
              </th>
              <th scope="col" className="py-1 font-normal">
                {t('problem')}
              </th>
            </tr>
          </thead>
          <tbody>
            {problems.map(({ line, sentence, skips }, i) => (
              <tr key={i} className="border-b border-rule/60 align-baseline">
                <td className="numbers py-1 pe-4">{line}</td>
                <td className="break-words py-1">
                  {sentence} <span className="label">{t(skips ? 'leftOut' : 'partOut')}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <p className="mt-3">
        {more > 0 ? `${t('more', { n: more })} ` : null}
        <a href={`/desk/imports/${view.id}/report`}>{t('report')}</a>
      </p>
    </>
  )
}
