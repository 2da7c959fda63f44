import type { MetadataRoute } from 'next'
import { getTranslations } from 'next-intl/server'

/** In the language of whoever asks. */
export const dynamic = 'force-dynamic'

/** The ledger as something that a phone installs, and that pages and selections can be shared to (docs/desk.md). */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const t = await getTranslations('shell')
  return {
    name: `${t('name')}: ${t('tagline')}`,
    short_name: t('name'),
    id: '/',
    start_url: '/',
    scope: '/',
    display: 'minimal-ui',
    background_color: '#fbfaf7',
    theme_color: '#fbfaf7',
    icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
    share_target: {
      action: '/desk/claims/new',
      method: 'get',
      params: { title: 'title', text: 'text', url: 'url' },
    },
  }
}
