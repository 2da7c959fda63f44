import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import type { Total } from '@/lib/queries/views'

type Say = (key: 'count' | 'countAbout', values: { n: number }) => string

const counting =
  (t: Say) =>
  ({ n, exact }: Total): string =>
    t(exact ? 'count' : 'countAbout', { n })

/** How many claims something would show, in words: an estimate says that it is one. */
export const useCount = () => counting(useTranslations('claims'))

/** As useCount, for components that wait. */
export const countIn = async () => counting(await getTranslations('claims'))
