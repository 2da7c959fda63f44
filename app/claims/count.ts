import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import type { Total } from '@/lib/queries/views'

type Say = (key: 'count' | 'countAbout' | 'countAtLeast', values: { n: number }) => string

const counting =
  (t: Say) =>
  ({ n, exact, atLeast }: Total): string =>
    t(exact ? 'count' : atLeast ? 'countAtLeast' : 'countAbout', { n })

/** How many claims something would show, in words: an estimate, and a number that there may be more of, says so. */
export const useCount = () => counting(useTranslations('claims'))

/** As useCount, for components that wait. */
export const countIn = async () => counting(await getTranslations('claims'))
