import { useLocale, useTranslations } from 'next-intl'
import { type SentenceWords, sayFacts } from '@/lib/domain/sourcing/say'
import type { Facts } from '@/lib/domain/sourcing/types'

interface Sentence {
  /** In English, as stored. */
  sentence: string
  sentenceFacts: Facts | null
}

/** Says why a claim has its status, in the language of the page; in English where only that is stored. */
export const sentenceIn =
  (t: ReturnType<typeof useTranslations<'sentence'>>, locale: string) =>
  ({ sentence, sentenceFacts }: Sentence): string =>
    sentenceFacts ? sayFacts(sentenceFacts, t as SentenceWords, locale) : sentence

export const useSentence = () => sentenceIn(useTranslations('sentence'), useLocale())
