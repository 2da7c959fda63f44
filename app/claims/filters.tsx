import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import {
  CLAIM_SORTS,
  type ClaimQuery,
  emptyQuery,
  hrefOf,
  isNarrowed,
  type ListKey,
  paramsOf,
} from '@/lib/domain/query'
import { STATUSES } from '@/lib/domain/sourcing/types'
import { SPEECH_ACTS } from '@/lib/domain/vocabulary'
import type { FilterOptions, Option } from '@/lib/queries/claims/options'

function Choice({
  name,
  value,
  label,
  count,
  checked,
}: {
  name: string
  value: string
  label: string
  count?: number
  checked: boolean
}) {
  return (
    <li>
      <label className="flex items-baseline gap-2 py-px">
        <input
          type="checkbox"
          name={name}
          value={value}
          defaultChecked={checked}
          className="relative top-0.5 accent-link"
        />
        <span className="min-w-0 grow">{label}</span>
        {count === undefined ? null : <span className="label numbers">{count}</span>}
      </label>
    </li>
  )
}

/** A group of choices; it starts open where something in it is chosen. */
function Group({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  return (
    <details open={open} className="border-t border-rule py-2">
      <summary className="font-medium">{title}</summary>
      <fieldset className="mt-1.5">
        <legend className="sr-only">{title}</legend>
        <ul>{children}</ul>
      </fieldset>
    </details>
  )
}

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
    <Group title={title} open={open || chosen.length > 0}>
      {options.map(({ value, name: label, claims }) => (
        <Choice
          key={value}
          name={name}
          value={value}
          label={label}
          count={claims}
          checked={chosen.includes(value)}
        />
      ))}
    </Group>
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
      <Group title={t('claims.status')} open>
        <Choice
          name="status"
          value="unsupported"
          label={t('claims.unsupported')}
          count={unsupported}
          checked={query.status.includes('unsupported')}
        />
        {STATUSES.filter((status) => options.statuses[status] || query.status.includes(status)).map(
          (status) => (
            <Choice
              key={status}
              name="status"
              value={status}
              label={t(`status.${status}`)}
              count={options.statuses[status] ?? 0}
              checked={query.status.includes(status)}
            />
          ),
        )}
      </Group>
      <Options
        name="speaker"
        title={t('claims.speaker')}
        options={options.speakers}
        chosen={query.speaker}
        open
      />
      <Options name="topic" title={t('claims.topic')} options={options.topics} chosen={query.topic} open />
      <Options name="source" title={t('shell.sources')} options={options.sources} chosen={query.source} />
      <Group title={t('claim.act')} open={query.act.length > 0}>
        {SPEECH_ACTS.filter((act) => options.acts[act] || query.act.includes(act)).map((act) => (
          <Choice
            key={act}
            name="act"
            value={act}
            label={t(`act.${act}`)}
            count={options.acts[act] ?? 0}
            checked={query.act.includes(act)}
          />
        ))}
      </Group>
      <Group title={t('method.flagsTitle')} open={query.flag.length > 0}>
        {[...new Set([...Object.keys(options.flags), ...query.flag])].sort().map((flag) => (
          <Choice
            key={flag}
            name="flag"
            value={flag}
            label={t(`flag.${flag as 'denied'}`)}
            count={options.flags[flag] ?? 0}
            checked={(query.flag as string[]).includes(flag)}
          />
        ))}
      </Group>
      <Group title={t('claims.said')} open={Boolean(query.from || query.to)}>
        {(['from', 'to'] as const).map((key) => (
          <li key={key} className="mb-1.5">
            <label className="label block" htmlFor={`filter-${key}`}>
              {t(`claims.${key}`)}
            </label>
            <input
              id={`filter-${key}`}
              name={key}
              defaultValue={query[key] ?? ''}
              className="field"
              aria-describedby="date-hint"
              inputMode="numeric"
              autoComplete="off"
            />
          </li>
        ))}
        <li id="date-hint" className="label">
          {t('claims.dateHint')}
        </li>
      </Group>
      <div className="border-t border-rule py-3">
        <label className="label block" htmlFor="filter-sort">
          {t('claims.sort')}
        </label>
        <select
          id="filter-sort"
          name="sort"
          defaultValue={`${query.sort.descending ? '-' : ''}${query.sort.by}`}
          className="field"
        >
          {CLAIM_SORTS.flatMap((by) =>
            (['down', 'up'] as const).map((way) => (
              <option key={by + way} value={`${way === 'down' ? '-' : ''}${by}`}>
                {t(`query.order.${by}.${way}`).replace(/^, /, '')}
              </option>
            )),
          )}
        </select>
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
