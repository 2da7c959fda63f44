/**
 * The words of what is the same for everybody, whatever language they read: data, files and feeds, which others keep.
 * They are English, as the sentences of the rules are.
 */
import { createTranslator } from 'next-intl'
import { CATALOGUES } from './catalogues'
import { LANGUAGES } from './languages'

export const PLAIN_LANGUAGE = 'en'

export const plainWords = createTranslator({
  locale: LANGUAGES[PLAIN_LANGUAGE].locale,
  messages: CATALOGUES[PLAIN_LANGUAGE],
  timeZone: 'UTC',
})
