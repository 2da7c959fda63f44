import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Section } from '@/app/_kit/section'
import { ClaimList } from '@/app/_ledger/claim-list'
import { StatusBar } from '@/app/_ledger/status-bar'
import { emptyQuery, hrefOf } from '@/lib/domain/query'
import type { Comparison } from '@/lib/queries/speakers/compare'
import { ByStatus, ByTopic } from './counts'
import { Against, Relies, Same } from './ties'
import { Two } from './two'

/** All that is known of two speakers side by side. */
export function Compared({ comparison }: { comparison: Comparison }) {
  const t = useTranslations('compare')
  const { speakers, topics, shared } = comparison
  const [{ speaker: a }, { speaker: b }] = speakers
  return (
    <>
      <Section title={t('byStatus')}>
        <div className="mb-4 max-w-[46rem]">
          <Two titles={[a.name, b.name]}>
            {[
              <StatusBar key="a" counts={speakers[0].counts} />,
              <StatusBar key="b" counts={speakers[1].counts} />,
            ]}
          </Two>
        </div>
        <ByStatus speakers={speakers} />
      </Section>
      <Section title={t('byTopic')}>
        <ByTopic speakers={speakers} topics={topics} />
      </Section>
      <Section title={t('shared')}>
        {shared.length === 0 ? <p className="text-muted">{t('sharedNone')}</p> : null}
        <div className="space-y-7">
          {shared.map((one) => (
            <SharedTopic key={one.topic.slug} speakers={speakers} shared={one} />
          ))}
        </div>
      </Section>
      <Relies comparison={comparison} />
      <Against comparison={comparison} />
      <Same comparison={comparison} />
    </>
  )
}

function SharedTopic({
  speakers,
  shared: { topic, claims },
}: {
  speakers: Comparison['speakers']
  shared: Comparison['shared'][number]
}) {
  const t = useTranslations('compare')
  const side = (i: 0 | 1) => {
    const { rows, n } = claims[i]
    const query = { ...emptyQuery(), speaker: [speakers[i].speaker.slug], topic: [topic.slug] }
    return (
      <>
        <ClaimList claims={rows} hideSpeaker />
        {n > rows.length ? (
          <p className="mt-1.5">
            <Link href={hrefOf(query) as '/claims'} prefetch={false}>
              {t('all_n', { n })}
            </Link>
          </p>
        ) : null}
      </>
    )
  }
  const title = (i: 0 | 1) => t('claimsOf', { name: speakers[i].speaker.name, topic: topic.name })
  return <Two titles={[title(0), title(1)]}>{[side(0), side(1)]}</Two>
}
