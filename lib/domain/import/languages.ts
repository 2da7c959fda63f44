/** @returns the tag of a language, or English where there is none that can be read */
export const languageOf = (text: string | null): string =>
  text !== null && text.length <= 35 && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(text) ? text : 'en'
