import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Field, TextArea } from '@/app/_kit/field'
import { FormErrors } from '@/app/_kit/form-errors'
import { Notice } from '@/app/_kit/notice'
import { PageTitle } from '@/app/_kit/page-title'
import { Section } from '@/app/_kit/section'
import { SeenAt, SubjectName } from '@/app/_ledger/subject-name'
import { Moment } from '@/app/_ledger/when'
import { one } from '@/lib/domain/form'
import type { DraftView } from '@/lib/queries/drafts'
import { answeredReports, type ReportSubject, reportSubject } from '@/lib/queries/reports'
import { getDatabase } from '@/lib/web/database'
import { keptForm } from '@/lib/web/forms'
import { getViewer } from '@/lib/web/session'

interface Props {
  searchParams: Promise<{ about?: string | string[]; sent?: string; draft?: string }>
}

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('reports'))('title'),
  robots: { index: false },
})

/** Where a reader says that something on a page is wrong; no account, no script. */
export default async function Report({ searchParams }: Props) {
  const t = await getTranslations('reports')
  const { about, sent, draft } = await searchParams
  const kept = await keptForm('report', draft)
  const asked = kept ? one(kept.values, 'about') : [about ?? ''].flat()[0]
  const viewer = await getViewer()
  const subject = await reportSubject(getDatabase(), viewer, asked ?? '')
  if (!subject)
    return (
      <>
        <PageTitle>{t('title')}</PageTitle>
        <p>{t('noSubject')}</p>
      </>
    )
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      {sent && !kept ? <Notice title={t('sentTitle')}>{t('sent')}</Notice> : null}
      <p className="mb-5 max-w-[65ch]">
        <span className="label">{t('about')}</span> <SubjectName {...subject} /> <SeenAt {...subject} />
      </p>
      {sent && !kept ? null : <ReportForm subject={subject} kept={kept} />}
      <Answered subject={subject} />
    </>
  )
}

async function ReportForm({ subject, kept }: { subject: ReportSubject; kept: DraftView | null }) {
  const t = await getTranslations('reports')
  const refusal = kept?.refusal ?? null
  const error = (name: string) => (refusal?.field === name ? refusal.sentence : undefined)
  return (
    <form method="post" action="/report/send" className="max-w-[46rem] space-y-4">
      {refusal ? <FormErrors title={refusal.sentence} summary={refusal.sentence} problems={[]} /> : null}
      <input type="hidden" name="about" value={subject.address} />
      <TextArea
        label={t('text')}
        hint={t('textHint')}
        error={error('text')}
        name="text"
        rows={6}
        required
        maxLength={2000}
        defaultValue={kept ? one(kept.values, 'text') : ''}
      />
      <Field
        label={t('contact')}
        hint={t('contactHint')}
        error={error('contact')}
        name="contact"
        maxLength={200}
        autoComplete="email"
        defaultValue={kept ? one(kept.values, 'contact') : ''}
      />
      <button type="submit" className="button">
        {t('send')}
      </button>
    </form>
  )
}

async function Answered({ subject }: { subject: ReportSubject }) {
  const t = await getTranslations('reports')
  const reports = await answeredReports(getDatabase(), await getViewer(), subject.kind, subject.slug)
  if (reports.length === 0) return null
  return (
    <Section title={t('answeredTitle')}>
      <ol className="max-w-[46rem] divide-y divide-rule">
        {reports.map(({ id, text, at, answer, answeredAt }) => (
          <li key={id} className="py-3">
            <p className="whitespace-pre-line border-s-2 border-rule ps-3 text-muted">{text}</p>
            <p className="label">
              <Moment at={at} />
            </p>
            <p className="mt-2 whitespace-pre-line">
              <span className="label">{t('answer')}</span> {answer}
            </p>
            <p className="label">
              <Moment at={answeredAt} />
            </p>
          </li>
        ))}
      </ol>
    </Section>
  )
}
