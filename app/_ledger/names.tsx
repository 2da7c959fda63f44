import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { isolated } from '@/lib/domain/direction'
import type { NodeRef, SourceRef, SpeakerRef } from '@/lib/queries/views'
import { SpeakerLink, type SpeakerWords } from './speaker-link'

/** The words of a speaker's name; an unnamed group says who vouches for it. */
export const speakerWordsIn =
  (t: ReturnType<typeof useTranslations<'ref'>>, locale: string) =>
  ({ slug, name, kind, vouchedBy }: SpeakerRef): SpeakerWords => ({
    slug,
    name,
    kind,
    vouched: vouchedBy ? t('comma') + t('vouched', { name: isolated(vouchedBy.name, locale) }) : null,
  })

/** A speaker's name as a link; `brief` leaves out who vouches for it. */
export function SpeakerName({ speaker, brief = false }: { speaker: SpeakerRef; brief?: boolean }) {
  const words = speakerWordsIn(useTranslations('ref'), useLocale())
  return <SpeakerLink {...words(brief ? { ...speaker, vouchedBy: null } : speaker)} />
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
