/** The catalogue of messages for tests of pure modules, with the same formatter as the pages. */
import { createTranslator } from 'next-intl'
import messages from '../../messages/en.json'

const translator = createTranslator({ locale: 'en', messages, timeZone: 'UTC' })

/** A message by its whole key; an unknown key or a missing value is an error, not the key. */
export const translate = (key: string, values?: Record<string, string | number>): string => {
  if (!translator.has(key as 'shell.name')) throw new Error(`No message: ${key}`)
  return translator(key as 'shell.name', values as never)
}
