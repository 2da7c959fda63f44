import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { isolated } from '@/lib/domain/direction'
import type { ChangeRow } from '@/lib/queries/views'
import { Moment } from './when'

/** Something that happened, as a line of a list: when, what, by whom, to what. */
export function Change({ change, children }: { change: ChangeRow; children?: ReactNode }) {
  const t = useTranslations()
  const { at, kind, actor, path, summary, shelf } = change
  return (
    <li className="grid gap-x-4 py-1.5 sm:grid-cols-[10rem_1fr]">
      <span className="label numbers pt-px">
        <Moment at={at} />
      </span>
      <div className="max-w-[80ch]">
        <p>
          <span className="text-muted">
            {t(`history.${kind as 'claim.recorded'}`, { actor: isolated(actor, useLocale()) })}:{' '}
          </span>
          {path ? (
            <Link href={path as '/claims'} prefetch={false}>
              <bdi>{summary}</bdi>
            </Link>
          ) : (
            <bdi>{summary}</bdi>
          )}
          {shelf === 'public' ? null : (
            <span className="text-muted"> ({t(shelf === 'desk' ? 'log.onDesk' : 'log.closed')})</span>
          )}
        </p>
        {children}
      </div>
    </li>
  )
}
