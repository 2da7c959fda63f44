import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AcceptPage } from '@/app/accept/accept-page'

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getTranslations('account')
  return { title: t('setupTitle'), robots: { index: false }, referrer: 'same-origin' }
}

export default async function Page({ params }: PageProps<'/setup/[token]'>) {
  return <AcceptPage purpose="setup" token={(await params).token} />
}
