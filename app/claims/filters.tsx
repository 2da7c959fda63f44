import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Checkbox } from '@/app/_kit/checkbox'
import { ChoiceGroup } from '@/app/_kit/choice-group'
import { Field, Select } from '@/app/_kit/field'
import {
  CLAIM_SORTS,
  type ClaimQuery,
  emptyQuery,
  hrefOf,
  isNarrowed,
  type ListKey,
  paramsOf,
} from '@/lib/domain/query'
import { MOST_TYPED } from '@/lib/domain/search/sought'
import { STATUSES } from '@/lib/domain/sourcing/types'
import { SPEECH_ACTS } from '@/lib/domain/vocabulary'
import type { FilterOptions, Option } from '@/lib/queries/claims/options'

function Options({
  name,
  title,
  options,
  chosen,
  open = false,
}: {
  name: ListKey
  title: string
  options: readonly Option[]
  chosen: readonly string[]
  open?: boolean
}) {
  if (options.length === 0) return null
  return (
    <ChoiceGroup title={title} open={open || chosen.length > 0}>
      {options.map(({ value, name: label, claims }) => (
        <Checkbox
          key={value}
          name={name}
          value={value}
          label={label}
          count={claims}
          defaultChecked={chosen.includes(value)}
        />
      ))}
    </ChoiceGroup>
  )
}

/** Every condition as one form that asks for an address; it needs no JavaScript. */
export function Filters({ query, options }: { query: ClaimQuery; options: FilterOptions }) {
  const t = useTranslations()
  const unsupported = ['unsourced', 'circular', 'untraced', 'self_sourced'].reduce(
    (n, s) => n + (options.statuses[s] ?? 0),
    0,
  )
  // What the form does not offer is carried along: the columns, the size of a page, and conditions of links.
  const carried = [
    ...paramsOf({
      ...emptyQuery(),
      columns: query.columns,
      per: query.per,
      family: query.family,
      basis: query.basis,
    }),
  ]
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
      <ChoiceGroup title={t('claims.status')} open>
        <Checkbox
          name="status"
          value="unsupported"
          label={t('claims.unsupported')}
          count={unsupported}
          defaultChecked={query.status.includes('unsupported')}
        />
        {STATUSES.filter((status) => options.statuses[status] || query.status.includes(status)).map(
          (status) => (
            <Checkbox
              key={status}
              name="status"
              value={status}
              label={t(`status.${status}`)}
              count={options.statuses[status] ?? 0}
              defaultChecked={query.status.includes(status)}
            />
          ),
        )}
      </ChoiceGroup>
      <Options
        name="speaker"
        title={t('claims.speaker')}
        options={options.speakers}
        chosen={query.speaker}
        open
      />
      <Options name="topic" title={t('claims.topic')} options={options.topics} chosen={query.topic} open />
      <Options name="source" title={t('shell.sources')} options={options.sources} chosen={query.source} />
      <ChoiceGroup title={t('claim.act')} open={query.act.length > 0}>
        {SPEECH_ACTS.filter((act) => options.acts[act] || query.act.includes(act)).map((act) => (
          <Checkbox
            key={act}
            name="act"
            value={act}
            label={t(`act.${act}`)}
            count={options.acts[act] ?? 0}
            defaultChecked={query.act.includes(act)}
          />
        ))}
      </ChoiceGroup>
      <ChoiceGroup title={t('method.flagsTitle')} open={query.flag.length > 0}>
        {[...new Set([...Object.keys(options.flags), ...query.flag])].sort().map((flag) => (
          <Checkbox
            key={flag}
            name="flag"
            value={flag}
            label={t(`flag.${flag as 'denied'}`)}
            count={options.flags[flag] ?? 0}
            defaultChecked={(query.flag as string[]).includes(flag)}
          />
        ))}
      </ChoiceGroup>
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
            <option value="relevance">{t('query.order.relevance.down').replace(/^, /, '')}</option>
          )}
          {CLAIM_SORTS.flatMap((by) =>
            (['down', 'up'] as const).map((way) => (
              <option key={by + way} value={`${way === 'down' ? '-' : ''}${by}`}>
                {t(`query.order.${by}.${way}`).replace(/^, /, '')}
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
