import { getTranslations } from 'next-intl/server'
import { CopyButton } from '@/app/_kit/copy-button'
import { Notice } from '@/app/_kit/notice'
import { siteAddress } from '@/lib/web/address'
import type { Flash } from '@/lib/web/flash'

/** A link that was just made, for the one time that it can be copied. */
export async function NewLink({ link }: { link: NonNullable<Flash['link']> }) {
  const t = await getTranslations('people')
  const { purpose, token, mailed } = link
  const email = link.email ?? ''
  const address = `${await siteAddress()}/${purpose}/${token}`
  return (
    <Notice title={t('linkTitle', { purpose, email })}>
      <p>{t('linkText', { purpose })}</p>
      {mailed ? <p>{t('linkMailed', { email })}</p> : null}
      <p className="my-2">
        <code className="select-all break-all">{address}</code>
      </p>
      <CopyButton text={address} label={t('copy')} done={t('copied')} />
    </Notice>
  )
}
