import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ChoiceLine } from '@/app/_kit/choice-line'
import { HeadCell } from '@/app/_kit/head-cell'
import { PageTitle } from '@/app/_kit/page-title'
import { SpeakerName } from '@/app/_ledger/names'
import { StatusBar } from '@/app/_ledger/status-bar'
import { DroppedNotice } from '@/app/claims/dropped'
import { LAST, listHref, parseSpeakerQuery, SPEAKER_SORTS, type SpeakerQuery } from '@/lib/domain/query'
import { SPEAKER_KINDS } from '@/lib/domain/vocabulary'
import { listSpeakers } from '@/lib/queries/speakers/list'
import type { SpeakerRow } from '@/lib/queries/views'
import { getDatabase } from '@/lib/web/database'
import { getViewer } from '@/lib/web/session'
import { listHead, listTwins } from '@/lib/web/twins'
import { PageFoot } from '../page-foot'
import { PageLinks } from '../page-links'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The queries of the address of this page, and of the first one. */
const places = (query: SpeakerQuery): [string, string] => [
  listHref('', query, { after: query.after, before: query.before }),
  listHref('', query),
]

export const generateMetadata = async ({ searchParams }: Props): Promise<Metadata> => {
  const { query } = parseSpeakerQuery(await searchParams)
  return {
    title: (await getTranslations('speakers'))('title'),
    ...(await listHead('speakers', ...places(query))),
  }
}

const ORDER = {
  name: 'byName',
  claims: 'byClaims',
  unsupported: 'byUnsupported',
  recorded: 'byRecorded',
} as const

export default async function SpeakersPage({ searchParams }: Props) {
  const t = await getTranslations('speakers')
  const kinds = await getTranslations('speakerKinds')
  const { query, dropped } = parseSpeakerQuery(await searchParams)
  const { rows, total, after, before } = await listSpeakers(getDatabase(), await getViewer(), query)
  const href = (change: object) => listHref('/speakers', query, change)
  return (
    <>
      <PageTitle aside={t('total', { n: total })}>{t('title')}</PageTitle>
      <p className="max-w-[70ch] text-body text-muted">{t('intro')}</p>
      <p className="no-print mt-1.5 flex flex-wrap gap-x-5">
        <Link href={'/matrix' as '/'}>{t('matrix')}</Link>
        <Link href={'/compare' as '/'}>{t('compare')}</Link>
      </p>
      <DroppedNotice dropped={dropped} />
      <div className="mb-4 mt-4 flex flex-wrap gap-x-10 gap-y-1">
        <ChoiceLine
          label={t('kinds')}
          choices={[
            { label: t('all'), href: href({ kind: undefined }), current: !query.kind },
            ...SPEAKER_KINDS.map((kind) => ({
              label: kinds(kind),
              href: href({ kind }),
              current: query.kind === kind,
            })),
          ]}
        />
        <ChoiceLine
          label={t('sort')}
          choices={SPEAKER_SORTS.map((sort) => ({
            label: t(ORDER[sort]),
            href: href({ sort }),
            current: query.sort === sort,
          }))}
        />
      </div>
      {rows.length === 0 ? <p className="py-8 text-body">{t('empty')}</p> : <SpeakersTable rows={rows} />}
      <div className="mt-4">
        <PageLinks
          after={after}
          before={before}
          first={href({})}
          last={href({ before: LAST })}
          beside={(page) => href(page)}
        />
      </div>
      <PageFoot
        folder="speakers"
        address={`/speakers${places(query)[0]}`}
        twins={listTwins('speakers', ...places(query))}
      />
    </>
  )
}

async function SpeakersTable({ rows }: { rows: SpeakerRow[] }) {
  const t = await getTranslations('speakers')
  return (
    <table className="w-full">
      <caption className="sr-only">{t('caption')}</caption>
      <thead className="sticky top-0 bg-paper">
        <tr>
          <HeadCell>{t('name')}</HeadCell>
          <HeadCell numeric>{t('claims')}</HeadCell>
          <HeadCell numeric>{t('unsupported')}</HeadCell>
          <HeadCell className="hidden w-1/4 sm:table-cell">{t('spread')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {rows.map((speaker) => (
          <tr key={speaker.slug} className="border-b border-rule">
            <th scope="row" className="py-2 pe-4 text-start font-normal">
              <SpeakerName speaker={speaker} />
              <Who speaker={speaker} />
            </th>
            <td className="py-2 pe-4 text-end align-baseline numbers">
              {speaker.claims > 0 ? (
                <Link href={`/claims?speaker=${speaker.slug}`}>{speaker.claims}</Link>
              ) : (
                0
              )}
            </td>
            <td className="py-2 pe-4 text-end align-baseline numbers">
              {speaker.unsupported > 0 ? (
                <Link href={`/claims?status=unsupported&speaker=${speaker.slug}`}>{speaker.unsupported}</Link>
              ) : (
                0
              )}
            </td>
            <td className="hidden py-2 align-middle sm:table-cell">
              <StatusBar counts={speaker.counts} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

async function Who({ speaker }: { speaker: SpeakerRow }) {
  const t = await getTranslations('speaker')
  const { role } = speaker
  const said = [
    role &&
      [role.ended && role.title ? `${t('former')} ${role.title}` : role.title, role.org]
        .filter(Boolean)
        .join(', '),
    speaker.affiliation,
    speaker.outlet ? t('outlet') : null,
  ].filter(Boolean)
  return said.length > 0 ? <div className="text-small text-muted">{said.join(' · ')}</div> : null
}
