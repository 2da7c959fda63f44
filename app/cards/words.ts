import { getLocale, getTranslations } from 'next-intl/server'
import { dateWords } from '@/app/_ledger/when'
import { formatEdtf } from '@/lib/domain/edtf'
import type { ClaimPage, Overview, SpeakerPage } from '@/lib/queries/views'
import type { CardParts } from './card'

/** What the card of a claim says, in the language of whoever asks. */
export const claimCard = async (claim: ClaimPage): Promise<CardParts> => {
  const t = await getTranslations()
  const said = formatEdtf(claim.saidOn, await getLocale(), dateWords(await getTranslations('dates')))
  const status = claim.shownStatus as 'contested'
  const denied = claim.flags.includes('denied') ? ` · ${t('flag.denied')}` : ''
  return {
    name: t('shell.name'),
    text: claim.statement,
    otherwise: t('cards.claimOtherwise'),
    below: [claim.speaker?.name ?? t('claim.nobody'), ...(claim.saidOn ? [said] : [])].join(' · '),
    status: { status, label: `${t(`status.${status}`)}${denied}` },
  }
}

/** What the card of a speaker says: who it is, and how many claims are recorded. */
export const speakerCard = async (speaker: SpeakerPage): Promise<CardParts> => {
  const t = await getTranslations()
  return {
    name: t('shell.name'),
    text: speaker.name,
    otherwise: t('cards.speakerOtherwise'),
    below: t('cards.speakerBelow', { claims: speaker.claims, unsupported: speaker.unsupported }),
  }
}

/** What the card of the ledger itself says. */
export const ledgerCard = async ({ claims, speakers, sources }: Overview): Promise<CardParts> => {
  const t = await getTranslations()
  return {
    name: t('shell.name'),
    text: t('shell.tagline'),
    otherwise: t('shell.name'),
    below: t('cards.ledgerBelow', { claims, speakers, sources }),
  }
}
