import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { ChoiceGroup } from '@/app/_kit/choice-group'
import { Field, Select } from '@/app/_kit/field'
import {
  CLAIM_SORTS,
  type ClaimQuery,
  emptyQuery,
  firstPage,
  hrefOf,
  isNarrowed,
  paramsOf,
} from '@/lib/domain/query'
import { MOST_TYPED } from '@/lib/domain/search/sought'
import { FAMILY_NAMES, STATUSES } from '@/lib/domain/sourcing/types'
import type { ClaimFacets, Facet } from '@/lib/queries/claims/facets'
import { FacetGroup } from './facet-group'
import { YearLinks } from './year-links'

/** A facet with its values in the order of the rules, not by how many claims have them. */
const inOrder = (facet: Facet, order: readonly string[]): Facet => ({
  ...facet,
  values: [...facet.values].sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value)),
})

/** Every condition as one form that asks for an address; it needs no JavaScript. */
export function Filters({ query, facets }: { query: ClaimQuery; facets: ClaimFacets }) {
  const t = useTranslations()
  // What the form does not offer is carried along: the columns, and the size of a page.
  const carried = [...paramsOf({ ...emptyQuery(), columns: query.columns, per: query.per })]
  const isEstimated = Object.values(facets).some((facet) => facet.values.some(({ claims }) => !claims.exact))
  const word = (vocabulary: string) => (value: string) => t(`${vocabulary}.${value}` as 'status.unsourced')
  const more = (facet: 'speaker' | 'topic' | 'source') => hrefOf(firstPage(query), `/values/${facet}`)
  const form = (
    <form action="/claims" method="get">
      {carried.map(([name, value]) => (
        <input key={`${name}${value}`} type="hidden" name={name} value={value} />
      ))}
      <div className="border-t border-rule py-3">
        <Field
          name="q"
          type="search"
          label={t('claims.words')}
          defaultValue={query.q ?? ''}
          autoComplete="off"
          maxLength={MOST_TYPED}
        />
      </div>
      <p className="label border-t border-rule py-2">
        {t('claims.countsMean')} {isEstimated ? t('claims.countsAbout') : null}
      </p>
      <FacetGroup
        name="status"
        title={t('claims.status')}
        facet={inOrder(facets.status, ['unsupported', ...STATUSES])}
        chosen={query.status}
        label={(status) => (status === 'unsupported' ? t('claims.unsupported') : word('status')(status))}
        open
      />
      <FacetGroup
        name="family"
        title={t('claims.family')}
        facet={inOrder(facets.family, FAMILY_NAMES)}
        chosen={query.family}
        label={word('family')}
      />
      <FacetGroup
        name="speaker"
        title={t('claims.speaker')}
        facet={facets.speaker}
        chosen={query.speaker}
        more={more('speaker')}
        open
      />
      <FacetGroup
        name="topic"
        title={t('claims.topic')}
        facet={facets.topic}
        chosen={query.topic}
        more={more('topic')}
        open
      />
      <FacetGroup
        name="source"
        title={t('shell.sources')}
        facet={facets.source}
        chosen={query.source}
        more={more('source')}
      />
      <FacetGroup
        name="act"
        title={t('claim.act')}
        facet={facets.act}
        chosen={query.act}
        label={word('act')}
      />
      <FacetGroup
        name="flag"
        title={t('method.flagsTitle')}
        facet={facets.flag}
        chosen={query.flag}
        label={word('flag')}
      />
      <FacetGroup
        name="basis"
        title={t('claim.basis')}
        facet={facets.basis}
        chosen={query.basis}
        label={word('basis')}
      />
      <ChoiceGroup title={t('claims.said')} open={Boolean(query.from || query.to)}>
        <div className="space-y-1.5">
          {(['from', 'to'] as const).map((key) => (
            <Field
              key={key}
              name={key}
              label={t(`claims.${key}`)}
              hint={key === 'from' ? t('claims.dateHint') : undefined}
              defaultValue={query[key] ?? ''}
              inputMode="numeric"
              autoComplete="off"
            />
          ))}
        </div>
        <YearLinks query={query} facet={facets.year} />
      </ChoiceGroup>
      <div className="border-t border-rule py-3">
        <Select
          name="sort"
          label={t('claims.sort')}
          defaultValue={
            query.sort.by === 'relevance'
              ? 'relevance'
              : `${query.sort.descending ? '-' : ''}${query.sort.by}`
          }
        >
          {query.q === undefined ? null : (
            <option value="relevance">{t('query.order.relevance.down').replace(/^[,،] /, '')}</option>
          )}
          {CLAIM_SORTS.flatMap((by) =>
            (['down', 'up'] as const).map((way) => (
              <option key={by + way} value={`${way === 'down' ? '-' : ''}${by}`}>
                {t(`query.order.${by}.${way}`).replace(/^[,،] /, '')}
              </option>
            )),
          )}
        </Select>
      </div>
      <div className="flex flex-wrap gap-2">
        <button type="submit" className="button">
          {t('claims.apply')}
        </button>
        {isNarrowed(query) ? (
          <Link href={hrefOf(emptyQuery()) as '/claims'} className="button button-quiet no-underline">
            {t('claims.clear')}
          </Link>
        ) : null}
      </div>
    </form>
  )
  // One form: beside the list where there is room, behind a summary where there is not.
  return (
    <aside aria-label={t('claims.filters')} className="no-print mb-5 min-[1000px]:mb-0">
      <details className="filters border-b border-rule pb-3 min-[1000px]:border-0 min-[1000px]:pb-0">
        <summary className="button button-quiet mb-2 min-[1000px]:hidden">{t('claims.filters')}</summary>
        {form}
      </details>
    </aside>
  )
}
