import { getTranslations } from 'next-intl/server'
import type { JumpGroup } from '@/lib/queries/search/palette'

/** The words of the palette: handed over by the page, because the catalogue stays on the server. */
export interface PaletteWords {
  label: string
  close: string
  hint: string
  searching: string
  nothing: string
  failed: string
  found: string
  everything: string
  searchFor: string
  groups: Record<JumpGroup['kind'], string>
}

export const paletteWords = async (): Promise<PaletteWords> => {
  const t = await getTranslations('search')
  return {
    label: t('palette.label'),
    close: t('palette.close'),
    hint: t('palette.hint'),
    searching: t('palette.searching'),
    nothing: t('palette.nothing'),
    failed: t('palette.failed'),
    found: t('palette.found'),
    everything: t('palette.everything'),
    searchFor: t('palette.searchFor'),
    groups: {
      views: t('groups.views'),
      speakers: t('groups.speakers'),
      sources: t('groups.sources'),
      topics: t('groups.topics'),
      claims: t('groups.claims'),
    },
  }
}
