import Link from 'next/link'
import { useTranslations } from 'next-intl'

/** A list without rows says what belongs here, and what to do next. */
export function NoClaims({ narrowed }: { narrowed: boolean }) {
  const t = useTranslations('claims')
  return (
    <div className="border-t border-rule py-10">
      <p className="font-serif text-xl">{t(narrowed ? 'emptyTitle' : 'emptyLedgerTitle')}</p>
      <p className="mt-1 text-muted">{t(narrowed ? 'emptyText' : 'emptyLedgerText')}</p>
      {narrowed ? (
        <p className="mt-3">
          <Link href="/claims">{t('emptyAll')}</Link>
        </p>
      ) : null}
    </div>
  )
}
