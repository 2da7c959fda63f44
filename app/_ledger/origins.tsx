import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import type { CountedOrigin, ExcludedItem, NodeRef } from '@/lib/queries/views'
import { NodeName } from './names'

/** The way from an item of evidence to its origin. */
export function Path({ path }: { path: readonly NodeRef[] }) {
  return (
    <span className="text-small text-muted">
      {path.map((node, i) => (
        <Fragment key={i}>
          {i > 0 ? (
            <>
              {' '}
              <span aria-hidden="true" className="inline-block rtl:-scale-x-100">
                →
              </span>{' '}
            </>
          ) : null}
          <NodeName node={node} brief />
        </Fragment>
      ))}
    </span>
  )
}

/** Independent origins as counted, each with the path that leads to it. */
export function OriginList({ origins }: { origins: readonly CountedOrigin[] }) {
  const t = useTranslations()
  if (origins.length === 0) return <p className="text-muted">{t('claim.countedNone')}</p>
  return (
    <ol className="space-y-2">
      {origins.map((origin) => (
        <li key={`${origin.side} ${origin.label} ${origin.path.length}`}>
          <span className="me-2 text-small uppercase tracking-wide text-muted">
            {t(origin.side === 'supports' ? 'claim.sideSupports' : 'claim.sideContradicts')}
          </span>
          <bdi className="font-medium">{origin.label}</bdi>
          <span className="text-muted"> ({t(`originClass.${origin.class as 'named'}`)})</span>
          {origin.path.length > 1 ? (
            <div>
              <span className="sr-only">{t('claim.path')}: </span>
              <Path path={origin.path} />
            </div>
          ) : null}
        </li>
      ))}
    </ol>
  )
}

/** What is recorded and not counted, with the reason for each. */
export function ExcludedList({ items }: { items: readonly ExcludedItem[] }) {
  const t = useTranslations()
  if (items.length === 0) return null
  return (
    <div className="mt-4">
      <h3 className="mb-1.5 font-semibold">{t('claim.notCounted')}</h3>
      <ul className="space-y-1">
        {items.map((item, i) => (
          <li key={i}>
            <span className="me-2 text-small uppercase tracking-wide text-muted">
              {t(item.side === 'supports' ? 'claim.sideSupports' : 'claim.sideContradicts')}
            </span>
            <bdi>{item.label}</bdi>
            <span className="text-muted"> — {t(`exclusion.${item.reason}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
