import { useTranslations } from 'next-intl'
import type { LinkView } from '@/lib/queries/views'
import { NodeName } from './names'

/** Where a source got it, or who got it from there: one link a line, with how far it holds. */
export function LinkList({ links }: { links: readonly LinkView[] }) {
  const t = useTranslations()
  return (
    <ul className="space-y-1.5">
      {links.map((link, i) => (
        <li key={`${i}${link.mode}`}>
          <span className="text-muted">{t(`mode.${link.mode as 'cites'}`)}</span>{' '}
          <NodeName node={link.other} />
          <div className="text-small text-muted">
            {[
              link.wholeSource ? t('source.whole') : t('source.scoped', { n: link.claims }),
              link.basis === 'not_stated' ? null : t(`basis.${link.basis as 'expert'}`),
              link.capacity === 'official' ? t('capacity.official') : null,
              link.wording && `“${link.wording}”`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </div>
        </li>
      ))}
    </ul>
  )
}
