import type { Metadata } from 'next'
import { headers } from 'next/headers'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { GONE_HEADER } from '@/lib/web/gone'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('shell'))('goneTitle'),
  robots: { index: false },
})

/** What stands at the address of something withdrawn or hidden: that it is, and why. It answers 410 (proxy.ts). */
export default async function Gone() {
  const t = await getTranslations('shell')
  const told = (await headers()).get(GONE_HEADER)
  if (told === null) notFound()
  const reason = decodeURIComponent(told)
  return (
    <div className="max-w-[60ch] pt-6">
      <h1 className="font-serif text-3xl">{t('goneTitle')}</h1>
      <p className="mt-4 text-body">{reason ? t('goneReason', { reason }) : t('goneText')}</p>
      <p className="mt-4">
        <Link href="/claims">{t('notFoundClaims')}</Link>
      </p>
    </div>
  )
}
