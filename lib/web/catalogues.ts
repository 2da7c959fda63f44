/** Every interface string, in every language. */
import ar from '../../messages/ar.json'
import en from '../../messages/en.json'
import type { LanguageCode } from './languages'

export type Messages = typeof en

interface Tree {
  [key: string]: string | Tree
}

/** Messages of one language over those of another, which stand where the first has none. */
const over = (under: Tree, upper: Tree): Tree => ({
  ...under,
  ...Object.fromEntries(
    Object.entries(upper).map(([key, value]) => {
      const below = under[key]
      return [key, typeof value === 'object' && typeof below === 'object' ? over(below, value) : value]
    }),
  ),
})

export const CATALOGUES: Record<LanguageCode, Messages> = { en, ar: over(en, ar) as Messages }
