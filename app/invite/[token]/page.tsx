import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AcceptPage } from '@/app/accept/accept-page'

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getTranslations('account')
  return { title: t('inviteTitle'), robots: { index: false }, referrer: 'same-origin' }
}

export default async function Page({ params, searchParams }: PageProps<'/invite/[token]'>) {
  const { name } = await searchParams
  return <AcceptPage purpose="invite" token={(await params).token} name={name} />
}
