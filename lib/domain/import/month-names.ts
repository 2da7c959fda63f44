/** Names of months in the languages that tables are written in. */

const LANGUAGES = ['fr', 'de', 'es', 'it', 'pt', 'nl', 'da', 'sv', 'nb', 'pl', 'hi', 'ar', 'ru', 'tr', 'id']

/** Names of months in other languages, in small letters and without dots, to their numbers. */
const months = (): Map<string, number> => {
  const names = new Map<string, number>()
  for (const language of LANGUAGES)
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, {
        month: style,
        day: 'numeric',
        timeZone: 'UTC',
      })
      for (let month = 0; month < 12; month++) {
        const part = format.formatToParts(Date.UTC(2023, month, 1)).find(({ type }) => type === 'month')
        const name = part?.value.toLowerCase().replace(/\.$/, '')
        if (name && !names.has(name)) names.set(name, month + 1)
      }
    }
  return names
}
let known: Map<string, number> | null = null

/** The number of a month that is called so in one of many languages. */
export const monthOf = (word: string): number | undefined => {
  known ??= months()
  return known.get(word.toLowerCase())
}
