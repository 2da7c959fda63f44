import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Field, Select, TextArea } from '@/app/_kit/field'
import { PageTitle } from '@/app/_kit/page-title'
import { Section } from '@/app/_kit/section'
import { Moment } from '@/app/_ledger/when'
import { can } from '@/lib/domain/actor'
import { type ImportView, listImports, savedMappings } from '@/lib/queries/imports'
import { getDatabase } from '@/lib/web/database'
import { keptForm } from '@/lib/web/forms'
import { requireUser } from '@/lib/web/session'
import { Refused } from '../parts/refused'
import { shownForm } from '../parts/shown'
import { stateOf } from './parts/state'

interface Props {
  searchParams: Promise<{ draft?: string }>
}

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('imports'))('title'),
  robots: { index: false },
})

/** As in lib/commands/imports/files.ts. */
const MAX_MB = 512

export default async function Imports({ searchParams }: Props) {
  const { draft } = await searchParams
  const viewer = await requireUser('/desk/imports')
  if (!can(viewer, 'record', { kind: 'import' })) notFound()
  const t = await getTranslations('imports')
  const db = getDatabase()
  const kept = await keptForm('import.send', draft)
  const [rows, mappings] = [await listImports(db, viewer), await savedMappings(db, viewer)]
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <Refused shown={shownForm(kept, {}, null)} />
      <form
        method="post"
        action="/desk/imports/send"
        encType="multipart/form-data"
        className="max-w-[46rem] space-y-4"
      >
        {/* Before the file: what follows it is not waited for. */}
        {mappings.length > 0 ? (
          <Select label={t('mapping')} name="mapping" defaultValue="">
            <option value="">{t('mappingGuess')}</option>
            {mappings.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </Select>
        ) : null}
        <Field label={t('file')} hint={t('fileHint', { mb: MAX_MB })} type="file" name="file" />
        <TextArea label={t('paste')} hint={t('pasteHint')} name="text" rows={3} spellCheck={false} />
        <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
          <button type="submit" className="button">
            {t('sendDo')}
          </button>
          <span className="label">{t('sendNote')}</span>
        </p>
      </form>
      <Section title={t('list')}>
        {rows.length === 0 ? <p className="text-muted">{t('none')}</p> : null}
        <ul className="divide-y divide-rule/70">
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </ul>
      </Section>
    </>
  )
}

async function Row({ row }: { row: ImportView }) {
  const t = await getTranslations('imports')
  const report = (row.run ?? row.check)?.report
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-6 py-2">
      <span className="min-w-0 break-words">
        <Link href={`/desk/imports/${row.id}` as '/'}>{row.fileName}</Link>{' '}
        <span className="label">
          {t('of', { bytes: row.bytes, by: row.byName })} · <Moment at={row.createdAt.toISOString()} />
        </span>
      </span>
      <span className="numbers">
        {t(`state.${stateOf(row)}`)}
        {report ? (
          <span className="label">
            {' '}
            · {t('created')} {report.created} · {t('updated')} {report.updated} · {t('skipped')}{' '}
            {report.skipped}
          </span>
        ) : null}
      </span>
    </li>
  )
}
