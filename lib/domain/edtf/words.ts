/** The words that a date is written with; translated in the catalogue, English by default. */
export interface DateWords {
  undated: string
  about: (date: string) => string
  perhaps: (date: string) => string
  between: (from: string, to: string) => string
  since: (date: string) => string
  until: (date: string) => string
  season: (season: 'spring' | 'summer' | 'autumn' | 'winter', year: string) => string
  decade: (year: string) => string
}

export const ENGLISH_DATES: DateWords = {
  undated: 'undated',
  about: (date) => `about ${date}`,
  perhaps: (date) => `perhaps ${date}`,
  between: (from, to) => `between ${from} and ${to}`,
  since: (date) => `since ${date}`,
  until: (date) => `until ${date}`,
  season: (season, year) => `${season} ${year}`,
  decade: (year) => `the ${year}s`,
}
