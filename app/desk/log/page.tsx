import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { PageTitle } from '@/app/_kit/page-title'
import { Change } from '@/app/_ledger/change'
import { PageFoot } from '@/app/page-foot'
import { getChangeLog, type LogQuery, logQueryOf } from '@/lib/queries/desk/log'
import type { ChangeRow } from '@/lib/queries/views'
import { getDatabase } from '@/lib/web/database'
import { getViewer } from '@/lib/web/session'
import { LogFilters } from './filters'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getTranslations('log')
  return { title: t('title'), robots: { index: false } }
}

/** The address of the log with these conditions. */
const hrefOf = ({ entity, ...query }: LogQuery): string => {
  const params = new URLSearchParams(
    Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined),
  )
  if (entity) params.set('entity', `${entity.kind}/${entity.slug}`)
  return params.size > 0 ? `/desk/log?${params}` : '/desk/log'
}

export default async function Log({ searchParams }: Props) {
  const t = await getTranslations('log')
  const query = logQueryOf(await searchParams)
  const { cursor, ...conditions } = query
  const { rows, after } = await getChangeLog(getDatabase(), await getViewer(), query)
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <p className="mb-4 max-w-[70ch] text-muted">{t('intro')}</p>
      <LogFilters query={query} narrowed={Object.keys(conditions).length > 0} />
      {rows.length === 0 ? <p className="text-muted">{t('empty')}</p> : null}
      <ol className="divide-y divide-rule/70">
        {rows.map((row) => (
          <Entry key={row.id} row={row} />
        ))}
      </ol>
      <p className="mt-6 flex flex-wrap gap-x-6">
        {cursor ? <Link href={hrefOf(conditions) as '/'}>{t('newest')}</Link> : null}
        {after ? <Link href={hrefOf({ ...conditions, cursor: after }) as '/'}>{t('older')}</Link> : null}
      </p>
      <PageFoot folder="" address={hrefOf(query)} />
    </>
  )
}

async function Entry({ row }: { row: ChangeRow }) {
  const t = await getTranslations()
  const name = (field: string) => {
    const key = `history.fields.${field}` as 'history.fields.statement'
    return t.has(key) ? t(key) : field
  }
  const also = [
    row.fields.length > 0 ? t('log.changed', { fields: row.fields.map(name).join(', ') }) : null,
    row.moved > 0 ? t('log.moved', { n: row.moved }) : null,
    row.reason ? t('history.reason', { reason: row.reason }) : null,
  ].filter((line) => line !== null)
  return (
    <Change change={row}>
      {also.map((line) => (
        <p key={line} className="text-small text-muted">
          {line}
        </p>
      ))}
    </Change>
  )
}
