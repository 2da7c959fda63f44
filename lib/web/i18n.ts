/** The words of a request: the catalogue of its language, and how its dates and numbers are written. */
import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { CATALOGUES, type Messages } from './catalogues'
import { LANGUAGE_COOKIE, LANGUAGES, type LanguageCode, languageOf } from './languages'

declare module 'next-intl' {
  interface AppConfig {
    Messages: Messages
  }
}

/** The language of the request that is being answered. */
export const getLanguage = async (): Promise<LanguageCode> =>
  languageOf((await cookies()).get(LANGUAGE_COOKIE)?.value, (await headers()).get('accept-language'))

export default getRequestConfig(async () => {
  const language = await getLanguage()
  return { locale: LANGUAGES[language].locale, messages: CATALOGUES[language], timeZone: 'UTC' }
})
