import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { CopyButton } from '@/app/_kit/copy-button'
import { dateWords } from '@/app/_ledger/when'
import { isolated } from '@/lib/domain/direction'
import { formatEdtf } from '@/lib/domain/edtf'
import type { ClaimPage } from '@/lib/queries/views'
import { siteAddress } from '@/lib/web/address'

/** A text to copy into a note or a footnote, with the address of this version. */
export async function Citation({ claim }: { claim: ClaimPage }) {
  const t = await getTranslations()
  const format = await getFormatter()
  const locale = await getLocale()
  const words = dateWords(await getTranslations('dates'))
  const path = `/claims/${claim.slug}/v/${claim.version}`
  const text = t('claim.citation', {
    speaker: claim.speaker ? isolated(claim.speaker.name, locale) : t('claim.nobody'),
    statement: isolated(claim.statement, locale),
    said: formatEdtf(claim.saidOn, locale, words),
    status: t(`status.${claim.shownStatus as 'contested'}`),
    version: claim.version,
    url: isolated((await siteAddress()) + path, locale),
    date: format.dateTime(new Date(), { dateStyle: 'long' }),
  })
  return (
    <div className="max-w-[75ch]">
      <p className="border-s-2 border-rule ps-3 [overflow-wrap:anywhere]">{text}</p>
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <CopyButton text={text} label={t('claim.copy')} done={t('claim.copied')} />
        <span className="label no-print">
          <Link href={path as '/claims'}>{t('claim.citeHint', { version: claim.version })}</Link>
        </span>
      </div>
    </div>
  )
}
