import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Section } from '@/app/_kit/section'
import { Marked } from '@/app/_ledger/marked'
import { SpeakerName } from '@/app/_ledger/names'
import { StatusBadge } from '@/app/_ledger/status-badge'
import { When } from '@/app/_ledger/when'
import { emptyQuery, hrefOf } from '@/lib/domain/query'
import type { FoundClaim } from '@/lib/queries/search/claims'
import type { FoundRecord } from '@/lib/queries/search/names'
import type { SearchPage } from '@/lib/queries/search/page'

function Claim({ claim }: { claim: FoundClaim }) {
  const t = useTranslations('claims')
  return (
    <li className="py-2.5">
      <StatusBadge status={claim.shownStatus} flags={claim.flags} />
      <p className="max-w-[70ch] font-serif text-body">
        <Link href={`/claims/${claim.slug}`} className="plain-link" lang={claim.language}>
          <Marked pieces={claim.marks.statement} />
        </Link>
        {claim.marks.quote ? (
          <>
            {' '}
            <q lang={claim.language} dir="auto" className="italic text-muted [quotes:'“'_'”']">
              <Marked pieces={claim.marks.quote} />
            </q>
          </>
        ) : null}
      </p>
      <p className="mt-1 text-small text-muted">
        {claim.speaker ? <SpeakerName speaker={claim.speaker} brief /> : t('nobody')}
        {' · '}
        <When edtf={claim.saidOn} />
      </p>
    </li>
  )
}

function Record({ record }: { record: FoundRecord }) {
  const t = useTranslations()
  const { type, slug, kind, hint, marks, also, claims } = record
  const what = type === 'speaker' && kind !== 'person' ? t(`speakerKind.${kind as 'organization'}`) : null
  const said = [what, type === 'source' ? t(`sourceKind.${kind as 'study'}`) : null, hint].filter(Boolean)
  return (
    <li className="py-1.5">
      <Link href={`/${type}s/${slug}` as '/speakers'}>
        <Marked pieces={marks} />
      </Link>
      {also ? (
        <span className="text-muted">
          {' '}
          {t(`search.also.${also.role}`)} <Marked pieces={also.marks} />
        </span>
      ) : null}
      <span className="block text-small text-muted">
        {[...said, t('claims.total', { n: claims })].join(' · ')}
      </span>
    </li>
  )
}

function Records({ title, records }: { title: string; records: readonly FoundRecord[] }) {
  if (records.length === 0) return null
  return (
    <Section title={title} className="mt-6!">
      <ul>
        {records.map((record) => (
          <Record key={record.id} record={record} />
        ))}
      </ul>
    </Section>
  )
}

/** What was found, in groups: claims first and widest, names beside them where there is room. */
export function Results({ page: { typed, claims, speakers, sources, topics } }: { page: SearchPage }) {
  const t = useTranslations('search')
  const names = speakers.length + sources.length + topics.length > 0
  const { n, exact } = claims.total
  const more = { ...emptyQuery(), q: typed, sort: { by: 'relevance' as const, descending: true } }
  return (
    <div className={names ? 'gap-10 min-[1000px]:grid min-[1000px]:grid-cols-[minmax(0,1fr)_18rem]' : ''}>
      {names ? (
        <div className="min-[1000px]:order-last">
          <Records title={t('groups.speakers')} records={speakers} />
          <Records title={t('groups.sources')} records={sources} />
          <Records title={t('groups.topics')} records={topics} />
        </div>
      ) : null}
      {claims.rows.length > 0 ? (
        <Section
          title={t('groups.claims')}
          note={exact ? t('claims', { n }) : t('claimsAtLeast', { n })}
          className="mt-6!"
        >
          <ul className="divide-y divide-rule/70">
            {claims.rows.map((claim) => (
              <Claim key={claim.slug} claim={claim} />
            ))}
          </ul>
          <p className="mt-3">
            <Link href={hrefOf(more) as '/claims'}>{t('inList')}</Link>
          </p>
        </Section>
      ) : null}
    </div>
  )
}
