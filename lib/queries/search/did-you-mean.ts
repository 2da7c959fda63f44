import type { Database } from '../../db/client'
import { Prisma } from '../../db/generated/sqlite/client'
import { textIndex } from '../../db/search'
import { fold, indexed, WORD } from '../../domain/repeats/fold'
import { closest, variantsOf } from '../../domain/search/spelling'
import { indexStem, tokensOf } from '../../domain/search/tokens'

/** Words of a search that are looked at, and the letters from which on a word can be told from another. */
const MOST_WORDS = 4
const LEAST_LETTERS = 4
/** Names that share letters with a word; most that do share only a beginning. */
const MOST_NAMES = 80

/** A word as the claims have it, since a stem is no word. */
const asWritten = async (db: Database, word: string): Promise<string> => {
  const [claim] = await textIndex(db).newest(
    db.reader,
    { all: [{ words: word }], none: [] },
    Prisma.sql`c."shelf" = 'public'`,
    1,
  )
  const text = `${claim?.statement ?? ''}\n${claim?.quote ?? ''}`
  const stem = indexStem(word)
  const tokens = tokensOf(text).filter((token) => token.stem === stem)
  const token = tokens.find((each) => each.word === word) ?? tokens[0]
  return token ? text.slice(token.start, token.end) : word
}

/** Another word for one that nothing public has: of a name that shares its letters, or a claim's that is one letter off. */
const instead = async (db: Database, word: string): Promise<string | null> => {
  const index = textIndex(db)
  const folded = fold(word)
  const [names, near] = await Promise.all([
    index.alike(db.reader, folded, MOST_NAMES),
    index.present(db.reader, variantsOf(folded)),
  ])
  const ofNames = names.flatMap((name) => name.match(WORD) ?? [])
  if (ofNames.some((each) => fold(each) === folded)) return null
  const { counts } = await index.commonness(
    db.reader,
    near.map((words) => ({ words })),
  )
  const common = near
    .map((each, i) => ({ each, count: counts[i] ?? 0 }))
    .sort((a, b) => b.count - a.count)
    .map(({ each }) => each)
  const found = closest(word, [...ofNames, ...common])
  return found === null || ofNames.includes(found) ? found : asWritten(db, found)
}

/**
 * What may have been meant, where a search found little: the same with other words in place of those that nothing
 * public has. Null where there are no such words, or nothing is near them.
 */
export const didYouMean = async (db: Database, typed: string): Promise<string | null> => {
  const words = [...new Set(typed.match(WORD) ?? [])]
    .filter((word) => [...word].length >= LEAST_LETTERS && indexed(word).length === 1)
    .slice(0, MOST_WORDS)
  const folded = words.map((word) => fold(word))
  const present = new Set(await textIndex(db).present(db.reader, folded))
  const missing = words.filter((_, i) => !present.has(folded[i] ?? ''))
  const others = await Promise.all(missing.map((word) => instead(db, word)))
  let meant = typed
  missing.forEach((word, i) => {
    const other = others[i]
    if (other) meant = meant.replaceAll(word, () => other)
  })
  return meant === typed ? null : meant
}
