/** Refusals as pages say them: commands write them in English, and a table of each language has the same sentences. */
import ar from '../../messages/ar.refusals.json'
import { type SayRefusal, sayRefusals } from '../domain/refusal-words'
import type { Refusal } from '../domain/result'
import { getLanguage } from './i18n'
import type { LanguageCode } from './languages'

const TABLES: Record<LanguageCode, SayRefusal> = { en: (sentence) => sentence, ar: sayRefusals(ar, 'ar') }

/** Says refusals in the language of the request; a sentence that its table does not have stays English. */
export const refusalWords = async (): Promise<SayRefusal> => TABLES[await getLanguage()]

const isProblem = (detail: unknown): detail is { sentence: string } =>
  typeof detail === 'object' && detail !== null && 'sentence' in detail && typeof detail.sentence === 'string'

/** A refusal with its sentence and those of its problems said. */
export const refusalIn = (say: SayRefusal, refusal: Refusal): Refusal => ({
  ...refusal,
  sentence: say(refusal.sentence),
  ...(Array.isArray(refusal.details)
    ? {
        details: refusal.details.map((detail) =>
          isProblem(detail) ? { ...detail, sentence: say(detail.sentence) } : detail,
        ),
      }
    : {}),
})
