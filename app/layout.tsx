import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { siteAddress } from '@/lib/web/address'
import { getLanguage } from '@/lib/web/i18n'
import { LANGUAGES } from '@/lib/web/languages'
import './globals.css'
import { Wordmark } from './_kit/wordmark'
import { AccountLinks } from './account-links'
import { ledgerShared } from './cards/metadata'
import { LanguageChoice } from './language-choice'
import { NavLink } from './nav-link'
import { SearchBox } from './search/box'

/** Every page is made for the request that asks for it: its nonce is its own. */
export const dynamic = 'force-dynamic'

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getTranslations('shell')
  return {
    metadataBase: new URL(await siteAddress()),
    title: { default: `${t('name')}: ${t('tagline')}`, template: `%s · ${t('name')}` },
    ...(await ledgerShared()),
  }
}

const PAGES = [
  ['overview', '/'],
  ['claims', '/claims'],
  ['speakers', '/speakers'],
  ['sources', '/sources'],
  ['topics', '/topics'],
  ['method', '/method'],
] as const

export default async function Layout({ children }: { children: ReactNode }) {
  const t = await getTranslations('shell')
  const language = await getLanguage()
  return (
    <html lang={language} dir={LANGUAGES[language].direction}>
      <body className="flex min-h-dvh flex-col">
        <a
          href="#content"
          className="sr-only focus:not-sr-only focus:absolute focus:start-2 focus:top-2 focus:z-10 focus:bg-paper focus:p-2"
        >
          {t('skip')}
        </a>
        <header className="border-b border-rule">
          <div className="mx-auto flex max-w-page flex-wrap items-baseline gap-x-8 gap-y-1 px-4 pb-2.5 pt-3 sm:px-6">
            <Link href="/" className="plain-link flex items-baseline gap-2 font-serif text-xl font-medium">
              <Wordmark />
              {t('name')}
            </Link>
            <nav aria-label={t('navigation')} className="no-print max-sm:order-last">
              <ul className="flex flex-wrap gap-x-2 text-small sm:gap-x-5 sm:text-apparatus">
                {PAGES.map(([key, href]) => (
                  <li key={key}>
                    <NavLink href={href}>{t(key)}</NavLink>
                  </li>
                ))}
              </ul>
            </nav>
            <SearchBox />
            <AccountLinks />
          </div>
        </header>
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto w-full max-w-page grow px-4 pb-16 pt-7 outline-none sm:px-6"
        >
          {children}
        </main>
        <footer className="border-t border-rule">
          <div className="mx-auto flex max-w-page flex-wrap items-baseline justify-between gap-x-8 gap-y-2 px-4 py-5 text-muted sm:px-6">
            <p className="max-w-[70ch]">{t('footer')}</p>
            <div className="no-print flex flex-wrap gap-x-6">
              <LanguageChoice />
              <Link href="/method">{t('footerMethod')}</Link>
              <Link href="/accessibility">{t('accessibility')}</Link>
              <Link href="/api">{t('footerApi')}</Link>
            </div>
          </div>
        </footer>
      </body>
    </html>
  )
}
