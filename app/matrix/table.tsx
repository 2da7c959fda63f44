import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Sideways } from '@/app/_kit/sideways'
import { FAMILY_TONE } from '@/app/_ledger/family-tone'
import { SpeakerName } from '@/app/_ledger/names'
import { StatusMark } from '@/app/_ledger/status-mark'
import { emptyQuery, hrefOf } from '@/lib/domain/query'
import { FAMILIES, FAMILY_NAMES, STATUSES, type Status } from '@/lib/domain/sourcing/types'
import type { Matrix } from '@/lib/queries/speakers/matrix'
import type { StatusCounts } from '@/lib/queries/views'

/** Statuses side by side, those of a family together. */
const GROUPS = FAMILY_NAMES.map((family) => ({
  family,
  statuses: STATUSES.filter((status) => FAMILIES[status] === family),
}))
const COLUMNS = GROUPS.flatMap(({ statuses }) => statuses)
/** The first of each family has a rule before it. */
const FIRST = new Set(GROUPS.map(({ statuses }) => statuses[0]))

const edge = (status: Status) => (FIRST.has(status) ? 'border-s border-s-rule' : '')
/** The names stay in sight while the numbers are scrolled past them. */
const STICKY = 'sticky start-0 z-[1] bg-paper text-start'

function Number({ n, href }: { n: number; href: string }) {
  if (n === 0) return <span className="text-muted">0</span>
  return (
    <Link href={href as '/claims'} prefetch={false} className="inline-block min-h-6 min-w-6 leading-6">
      {n}
    </Link>
  )
}

function Numbers({ counts, claims, of }: { counts: StatusCounts; claims: number; of: HrefOf }) {
  return (
    <>
      <td className="px-2 py-1.5 text-end align-baseline font-medium numbers">
        <Number n={claims} href={of([])} />
      </td>
      {COLUMNS.map((status) => (
        <td key={status} className={`px-2 py-1.5 text-end align-baseline numbers ${edge(status)}`}>
          <Number n={counts[status] ?? 0} href={of([status])} />
        </td>
      ))}
    </>
  )
}

type HrefOf = (status: Status[]) => string

/** The matrix as a table: each number is under its status, which is under its family, and beside its speaker. */
export function MatrixTable({ matrix: { rows, all, topic } }: { matrix: Matrix }) {
  const t = useTranslations()
  const narrowed = { ...emptyQuery(), topic: topic ? [topic.slug] : [] }
  const sum = STATUSES.reduce((n, status) => n + (all[status] ?? 0), 0)
  return (
    <Sideways landmark label={t('matrix.region')}>
      <table className="w-full border-separate border-spacing-0 [&_tbody>tr>*]:border-b [&_tbody>tr>*]:border-b-rule">
        <caption className="sr-only">
          {topic ? t('matrix.captionTopic', { topic: topic.name }) : t('matrix.caption')}
        </caption>
        <colgroup span={2} />
        {GROUPS.map(({ family, statuses }) => (
          <colgroup key={family} span={statuses.length} />
        ))}
        <thead className="text-small text-muted">
          <tr>
            <th
              scope="col"
              rowSpan={2}
              className={`${STICKY} border-b border-b-ink pe-4 align-bottom font-medium`}
            >
              {t('matrix.speaker')}
            </th>
            <th
              scope="col"
              rowSpan={2}
              className="border-b border-b-ink px-2 text-end align-bottom font-medium"
            >
              {t('matrix.total')}
            </th>
            {GROUPS.map(({ family, statuses }) => (
              <th
                key={family}
                scope="colgroup"
                colSpan={statuses.length}
                className="border-s border-s-rule px-2 pb-1 text-start align-bottom font-medium"
              >
                {t(`family.${family}`)}
              </th>
            ))}
          </tr>
          <tr>
            {COLUMNS.map((status) => (
              <th
                key={status}
                scope="col"
                className={`min-w-[4.2rem] max-w-[6rem] border-b border-b-ink px-2 pb-1.5 text-end align-bottom font-medium leading-tight ${FAMILY_TONE[FAMILIES[status]]} ${edge(status)}`}
              >
                <StatusMark status={status} size={14} />
                <span className="block">{t(`status.${status}`)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ speaker, claims, counts }) => (
            <tr key={speaker.slug}>
              <th
                scope="row"
                className={`${STICKY} w-full min-w-[8rem] max-w-[10rem] py-1.5 pe-4 align-baseline font-normal sm:max-w-none`}
              >
                <SpeakerName speaker={speaker} brief />
              </th>
              <Numbers
                counts={counts}
                claims={claims}
                of={(status) => hrefOf({ ...narrowed, speaker: [speaker.slug], status })}
              />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="font-medium">
            <th scope="row" className={`${STICKY} py-2 pe-4 align-baseline font-medium`}>
              {t('matrix.all')}
              <span className="label block font-normal">{t('matrix.allNote')}</span>
            </th>
            <Numbers counts={all} claims={sum} of={(status) => hrefOf({ ...narrowed, status })} />
          </tr>
        </tfoot>
      </table>
    </Sideways>
  )
}
