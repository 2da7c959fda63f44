import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageTitle } from '@/app/_kit/page-title'
import { Section } from '@/app/_kit/section'
import { siteAddress } from '@/lib/web/address'
import { bookmarkletFor } from '@/lib/web/bookmarklet'
import { requireUser } from '@/lib/web/session'
import { Bookmarklet } from './bookmarklet'

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getTranslations('clip')
  return { title: t('title'), robots: { index: false } }
}

/** How a claim is begun from any page: a bookmark on a computer, the share sheet of a phone. */
export default async function Clip() {
  await requireUser('/desk/clip')
  const t = await getTranslations('clip')
  const code = bookmarkletFor(await siteAddress())
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <p className="max-w-[65ch]">{t('intro')}</p>
      <Section title={t('computer')}>
        <p className="mb-3 max-w-[65ch]">{t('drag')}</p>
        <Bookmarklet code={code} label={t('bookmark')} />
        <label className="mt-4 block max-w-[60rem]">
          <span className="label">{t('copy')}</span>
          <textarea
            readOnly
            rows={3}
            defaultValue={code}
            dir="ltr"
            className="field w-full font-mono text-small"
          />
        </label>
      </Section>
      <Section title={t('phone')}>
        <p className="max-w-[65ch]">{t('install')}</p>
      </Section>
    </>
  )
}
