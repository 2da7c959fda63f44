import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ClaimPage, SpeakerPage } from '@/lib/queries/views'
import { CARD } from './card'

/** What is said of a page where its address is shared; titles and descriptions follow from the page's own. */
const shared = (name: string, type: 'website' | 'article' | 'profile', url: string, alt: string) => {
  const images = [{ url, ...CARD, alt, type: 'image/png' }]
  return {
    openGraph: { siteName: name, type, images },
    twitter: { card: 'summary_large_image' as const, images },
  } satisfies Metadata
}

/** Of every page that has no card of its own. */
export const ledgerShared = async (): Promise<Metadata> => {
  const t = await getTranslations('shell')
  const alt = (await getTranslations('cards'))('ledgerAlt', { name: t('name'), tagline: t('tagline') })
  return shared(t('name'), 'website', '/cards/ledger', alt)
}

/** Of a claim; nothing of one that readers do not see. */
export const claimShared = async (claim: ClaimPage): Promise<Metadata> => {
  if (claim.shelf !== 'public') return {}
  const t = await getTranslations()
  const alt = t('cards.claimAlt', {
    statement: claim.statement,
    speaker: claim.speaker?.name ?? t('claim.nobody'),
    status: t(`status.${claim.shownStatus as 'contested'}`),
  })
  return shared(t('shell.name'), 'article', `/cards/claims/${encodeURIComponent(claim.slug)}`, alt)
}

/** Of a speaker; nothing of one that readers do not see. */
export const speakerShared = async (speaker: SpeakerPage): Promise<Metadata> => {
  if (speaker.shelf !== 'public') return {}
  const t = await getTranslations()
  const { name, claims, unsupported } = speaker
  const alt = t('cards.speakerAlt', { name, below: t('cards.speakerBelow', { claims, unsupported }) })
  return shared(t('shell.name'), 'profile', `/cards/speakers/${encodeURIComponent(speaker.slug)}`, alt)
}
