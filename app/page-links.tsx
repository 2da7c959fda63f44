import Link from 'next/link'
import { useTranslations } from 'next-intl'

/** Links to the pages of a list next to this one, and to both ends. */
export function PageLinks({
  after,
  before,
  first,
  last,
  beside,
}: {
  /** Where the neighbouring pages begin; null where there is none. */
  after: string | null
  before: string | null
  /** Addresses. */
  first: string
  last: string
  beside: (page: { after: string } | { before: string }) => string
}) {
  const t = useTranslations('claims')
  if (!after && !before) return null
  const link = (label: string, target: string | null, rel?: string) =>
    target ? (
      <Link href={target as '/claims'} rel={rel} prefetch={false}>
        {label}
      </Link>
    ) : (
      <span className="text-muted">{label}</span>
    )
  return (
    <nav aria-label={t('pages')} className="no-print">
      <ul className="flex gap-x-5">
        <li>{link(t('first'), before && first)}</li>
        <li>{link(t('previous'), before && beside({ before }), 'prev')}</li>
        <li>{link(t('next'), after && beside({ after }), 'next')}</li>
        <li>{link(t('last'), after && last)}</li>
      </ul>
    </nav>
  )
}
