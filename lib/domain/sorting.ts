/** The form of a name by which lists sort it: folded to lower case without marks, a leading article dropped. */
export const sortForm = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/^(the|a|an) (?=\S)/, '')
    .slice(0, 200)
