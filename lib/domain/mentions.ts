/** Who is meant by `@name` in a text. */

export interface Mentionable {
  id: string
  name: string
  email: string
}

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** What a text may go on with after a name: nothing that would make it another name. */
const ENDS = /^(?![\p{L}\p{N}_])/u
/** An at sign within a word is an address for mail. */
const SIGN = /(?<![\p{L}\p{N}._-])@/gu

/** The length of the longest of these words that the text begins with; 0 for none. */
const begins = (text: string, words: readonly string[]): number =>
  Math.max(
    0,
    ...words.map((word) =>
      word !== '' && text.startsWith(word) && ENDS.test(text.slice(word.length)) ? word.length : 0,
    ),
  )

/**
 * Finds them by their whole name or by what stands before the @ of their address; small and capital letters and marks
 * make no difference. Where two have the same name, both are meant.
 * @returns their ids, in the order of the text
 */
export const mentionedIn = (text: string, people: readonly Mentionable[]): string[] => {
  const known = people.map(({ id, name, email }) => ({
    id,
    words: [folded(name.trim()), folded(email.split('@')[0] ?? '')],
  }))
  const found = new Set<string>()
  const whole = folded(text)
  for (const { index } of whole.matchAll(SIGN)) {
    const rest = whole.slice(index + 1)
    const lengths = known.map(({ words }) => begins(rest, words))
    const longest = Math.max(0, ...lengths)
    if (longest > 0)
      known.forEach(({ id }, i) => {
        if (lengths[i] === longest) found.add(id)
      })
  }
  return [...found]
}
