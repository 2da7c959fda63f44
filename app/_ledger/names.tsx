import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { isolated } from '@/lib/domain/direction'
import type { NodeRef, SourceRef, SpeakerRef } from '@/lib/queries/views'

/** A dotted ring for an unnamed group, a portico for an organization; a person has no mark. */
function KindMark({ kind }: { kind: string }) {
  if (kind === 'person') return null
  return (
    <svg
      viewBox="0 0 12 12"
      width="11"
      height="11"
      aria-hidden="true"
      className="relative -top-[0.05em] me-1 inline-block text-muted"
    >
      {kind === 'anonymous' ? (
        <circle
          cx="6"
          cy="6"
          r="4.5"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.4"
          strokeDasharray="1.4 2"
        />
      ) : (
        <path
          d="M1 4.4 6 1l5 3.4M2.6 6v3.6M6 6v3.6M9.4 6v3.6M1 11.2h10"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.3"
        />
      )}
    </svg>
  )
}

/** A speaker's name as a link; an unnamed group says who vouches for it. */
export function SpeakerName({ speaker, brief = false }: { speaker: SpeakerRef; brief?: boolean }) {
  const t = useTranslations('ref')
  const locale = useLocale()
  return (
    <span>
      <KindMark kind={speaker.kind} />
      <Link href={`/speakers/${speaker.slug}`}>
        <bdi>{speaker.name}</bdi>
      </Link>
      {!brief && speaker.vouchedBy ? (
        <span className="text-small text-muted">
          {t('comma')}
          {t('vouched', { name: isolated(speaker.vouchedBy.name, locale) })}
        </span>
      ) : null}
    </span>
  )
}

/** A source's title as a link, with its kind, and its status where that is not the ordinary one. */
export function SourceName({ source, brief = false }: { source: SourceRef; brief?: boolean }) {
  const t = useTranslations()
  const marked = source.status !== 'current'
  return (
    <span>
      <Link href={`/sources/${source.slug}`}>
        <bdi>{source.name}</bdi>
      </Link>
      {brief ? null : (
        <span className="text-small text-muted"> ({t(`sourceKind.${source.kind as 'study'}`)})</span>
      )}
      {marked ? (
        <strong className="text-small font-semibold">
          {' '}
          {t(`sourceStatus.${source.status as 'retracted'}`)}
        </strong>
      ) : null}
    </span>
  )
}

/** Any node of a graph: a speaker, a source, or somebody who is not named here. */
export function NodeName({ node, brief = false }: { node: NodeRef; brief?: boolean }) {
  const t = useTranslations('ref')
  if (node.type === 'speaker') return <SpeakerName speaker={node} brief={brief} />
  if (node.type === 'source') return <SourceName source={node} brief={brief} />
  return <span>{t('unnamed')}</span>
}

/** The name alone, for drawings and titles. */
export const nameOf = (node: NodeRef, unnamed: string): string =>
  node.type === 'unnamed' ? unnamed : node.name
