import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Section } from '@/app/_kit/section'
import { StatusBadge } from '@/app/_ledger/status-badge'
import { Moment } from '@/app/_ledger/when'
import type { DeskClaim, Listed } from '@/lib/queries/desk/desk'
import type { ProposalRow } from '@/lib/queries/proposals'
import type { ClaimRow } from '@/lib/queries/views'

/** A list of the desk under its heading; it says how much of it is shown, and what belongs here where it is empty. */
export async function Work<T>({
  title,
  note,
  list,
  all,
  none,
  children,
}: {
  title: string
  note?: string
  list: Listed<T>
  /** Where the whole list is. */
  all?: string
  none: string
  children: (row: T) => ReactNode
}) {
  const t = await getTranslations('desk')
  const { rows, total } = list
  const shown =
    rows.length < total ? t('shown', { shown: rows.length, total }) : total > 0 ? String(total) : null
  return (
    <Section title={title} note={[shown, note].filter(Boolean).join(', ')}>
      {rows.length > 0 ? (
        <ul className="divide-y divide-rule/70">{rows.map(children)}</ul>
      ) : (
        <p className="max-w-[70ch] text-muted">{none}</p>
      )}
      {all && rows.length < total ? (
        <p className="mt-2">
          <Link href={all as '/claims'}>{t('all')}</Link>
        </p>
      ) : null}
    </Section>
  )
}

/** A claim that is on its way: its statement, how it stands, and whose it is. */
export async function OnDesk({ claim }: { claim: DeskClaim }) {
  const t = await getTranslations()
  return (
    <li className="py-2">
      <p className="max-w-[70ch] font-serif text-body">
        <Link href={`/claims/${claim.slug}` as '/claims'} className="plain-link">
          <bdi>{claim.statement}</bdi>
        </Link>
      </p>
      <p className="text-small text-muted">
        {t(`claimState.${claim.state as 'draft'}`)}
        {claim.owner ? ` · ${t('desk.by', { owner: claim.owner })}` : null}
        {' · '}
        <Moment at={claim.updatedAt} />
        {claim.mayPublish ? ` · ${t('desk.mayPublish')}` : null}
      </p>
    </li>
  )
}

/** A speaker or a source that is on its way. */
export async function Proposed({ row: { kind, slug, name, what, by, at } }: { row: ProposalRow }) {
  const t = await getTranslations()
  const kindOf =
    kind === 'speaker' ? t(`speakerKind.${what as 'person'}`) : t(`sourceKind.${what as 'study'}`)
  return (
    <li className="py-2">
      <Link href={`/${kind}s/${slug}` as '/speakers'} className="plain-link font-serif text-body">
        <bdi>{name}</bdi>
      </Link>
      <p className="text-small text-muted">
        <span className="inline-block first-letter:uppercase">
          {by ? t('proposal.row', { what: kindOf, by }) : kindOf}
        </span>
        {' · '}
        <Moment at={at} />
      </p>
    </li>
  )
}

/** A claim before readers that needs looking after. */
export function InLedger({ claim, children }: { claim: ClaimRow; children?: ReactNode }) {
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 py-1.5">
      <span className="min-w-56">
        <StatusBadge status={claim.shownStatus} flags={claim.flags} />
      </span>
      <span className="max-w-[70ch] grow basis-80 font-serif text-body">
        <Link href={`/claims/${claim.slug}` as '/claims'} className="plain-link">
          <bdi>{claim.statement}</bdi>
        </Link>
      </span>
      {children ? <span className="label numbers">{children}</span> : null}
    </li>
  )
}
