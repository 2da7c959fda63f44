/** The language of a request. One catalogue for now; no address depends on it. */
import { getRequestConfig } from 'next-intl/server'
import messages from '../../messages/en.json'

export const LOCALE = 'en'
/** How dates are written: day before month. */
export const DATE_LOCALE = 'en-GB'

export type Messages = typeof messages

declare module 'next-intl' {
  interface AppConfig {
    Messages: Messages
  }
}

export default getRequestConfig(async () => ({ locale: LOCALE, messages, timeZone: 'UTC' }))
