import { redirect } from 'next/navigation'
import { compareHref } from '@/lib/domain/query'
import type { Resolved } from '@/lib/queries/resolve'
import { speakerNamed } from '@/lib/queries/speakers/named'
import { getDatabase } from '@/lib/web/database'

/** One of the two places of the form. */
export interface Asked {
  /** What stands in the address. */
  text: string
  /** Whom it means; null where nothing was written. */
  found: Resolved | null
  /** The name of the one whom it means. */
  name: string | null
}

const ask = async (text = ''): Promise<Asked> => {
  const found = text === '' ? null : await speakerNamed(getDatabase(), text)
  return { text, found, name: found?.kind === 'one' ? found.node.name : null }
}

export const slugOf = ({ found }: Asked): string | null => (found?.kind === 'one' ? found.node.slug : null)

/**
 * Whom the two texts of an address mean. Where names, or addresses of before, were written, it leads on to the one
 * address that the comparison has.
 * @param stay where something else is to be said of this address
 */
export const askedFor = async (texts: readonly string[], stay: boolean): Promise<[Asked, Asked]> => {
  const asked: [Asked, Asked] = [await ask(texts[0]), await ask(texts[1])]
  const slugs = asked.map((one) => slugOf(one) ?? one.text)
  if (!stay && asked.some((one, i) => slugOf(one) !== null && slugs[i] !== one.text))
    redirect(compareHref(slugs) as '/')
  return asked
}
