import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { HeadCell } from '@/app/_kit/head-cell'
import { SpeakerName } from '@/app/_ledger/names'
import { StatusBadge } from '@/app/_ledger/status-badge'
import { emptyQuery, hrefOf } from '@/lib/domain/query'
import { FAMILIES, FAMILY_NAMES, STATUSES } from '@/lib/domain/sourcing/types'
import type { Comparison, Pair } from '@/lib/queries/speakers/compare'

interface Line {
  key: string
  head: ReactNode
  numbers: Pair<number>
  hrefs: Pair<string>
  /** Of a family, or of all: what stands under it is set in. */
  strong?: boolean
  within?: boolean
}

/** A table with a column for each of the two. */
function Numbers({
  caption,
  head,
  speakers,
  lines,
}: {
  caption: string
  head: string
  speakers: Comparison['speakers']
  lines: readonly Line[]
}) {
  return (
    <table className="w-full max-w-[46rem]">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <HeadCell>{head}</HeadCell>
          {speakers.map(({ speaker }) => (
            <HeadCell key={speaker.slug} numeric className="w-[27%]">
              <SpeakerName speaker={speaker} brief />
            </HeadCell>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, head, numbers, hrefs, strong, within }) => (
          <tr key={key} className={`border-b border-rule ${strong ? 'font-medium' : ''}`}>
            <th
              scope="row"
              className={`py-1 pe-4 text-start ${strong ? 'font-medium' : 'font-normal'} ${within ? 'ps-4' : ''}`}
            >
              {head}
            </th>
            {numbers.map((n, side) => (
              <td
                key={speakers[side as 0 | 1].speaker.slug}
                className="py-1 pe-4 text-end align-baseline numbers last:pe-0"
              >
                {n > 0 ? (
                  <Link
                    href={hrefs[side as 0 | 1] as '/claims'}
                    prefetch={false}
                    className="inline-block min-w-6 leading-6"
                  >
                    {n}
                  </Link>
                ) : (
                  <span className="text-muted">0</span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Change = Partial<ReturnType<typeof emptyQuery>>

const hrefsOf = (speakers: Comparison['speakers'], change: Change): Pair<string> => {
  const of = (side: 0 | 1) => hrefOf({ ...emptyQuery(), ...change, speaker: [speakers[side].speaker.slug] })
  return [of(0), of(1)]
}

/** How the claims of each are sourced: families, and the statuses in them that either has. */
export function ByStatus({ speakers }: Pick<Comparison, 'speakers'>) {
  const t = useTranslations()
  const [a, b] = speakers
  const count = (statuses: readonly string[]): Pair<number> => {
    const of = (side: 0 | 1) => statuses.reduce((n, status) => n + (speakers[side].counts[status] ?? 0), 0)
    return [of(0), of(1)]
  }
  const lines = FAMILY_NAMES.flatMap((family): Line[] => {
    const statuses = STATUSES.filter((status) => FAMILIES[status] === family)
    const numbers = count(statuses)
    if (numbers[0] + numbers[1] === 0) return []
    return [
      {
        key: family,
        head: t(`family.${family}`),
        numbers,
        hrefs: hrefsOf(speakers, { family: [family] }),
        strong: true,
      },
      ...statuses
        .map((status) => ({
          key: status,
          head: <StatusBadge status={status} />,
          numbers: count([status]),
          hrefs: hrefsOf(speakers, { status: [status] }),
          within: true,
        }))
        .filter(({ numbers: [x, y] }) => x + y > 0),
    ]
  })
  const all: Line = {
    key: 'all',
    head: t('compare.all'),
    numbers: [a.claims, b.claims],
    hrefs: hrefsOf(speakers, {}),
    strong: true,
  }
  return (
    <Numbers
      caption={t('compare.byStatusCaption', { a: a.speaker.name, b: b.speaker.name })}
      head={t('compare.status')}
      speakers={speakers}
      lines={[...lines, all]}
    />
  )
}

/** Topics that are listed; those of both come first. */
const TOPICS = 30

/** What the claims of each are about. */
export function ByTopic({ speakers, topics }: Pick<Comparison, 'speakers' | 'topics'>) {
  const t = useTranslations('compare')
  if (topics.length === 0) return <p className="text-muted">{t('noTopics')}</p>
  return (
    <>
      <Numbers
        caption={t('byTopicCaption', { a: speakers[0].speaker.name, b: speakers[1].speaker.name })}
        head={t('topic')}
        speakers={speakers}
        lines={topics.slice(0, TOPICS).map(({ topic, claims }) => ({
          key: topic.slug,
          head: (
            <Link href={`/topics/${topic.slug}`}>
              <bdi>{topic.name}</bdi>
            </Link>
          ),
          numbers: claims,
          hrefs: hrefsOf(speakers, { topic: [topic.slug] }),
        }))}
      />
      {topics.length > TOPICS ? (
        <p className="label mt-2">{t('moreTopics', { n: topics.length - TOPICS })}</p>
      ) : null}
    </>
  )
}
