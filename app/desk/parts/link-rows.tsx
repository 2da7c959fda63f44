import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { EditLinkRow } from '@/lib/queries/edit'

/** The links from and to a record, each leading to its form. */
export function LinkRows({ links }: { links: EditLinkRow[] }) {
  const t = useTranslations()
  return (
    <ul className="space-y-1.5">
      {links.map(({ id, from, to, mode, scope, withdrawn }) => (
        <li key={id}>
          <Link href={`/desk/links/${id}`}>
            {from} → {to}
          </Link>
          <span className="label ms-2">
            {[
              t(`mode.${mode as 'quotes'}`),
              scope === 'claims' ? t('editLink.someClaims') : null,
              withdrawn ? t('editLink.withdrawn') : null,
            ]
              .filter(Boolean)
              .join(', ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
