/** A number as tables write it, with either decimal mark. @returns null for what is none, or could be two */
export const readNumber = (text: string): number | null => {
  const plain = text
    .trim()
    .replace(/[\s\u00a0\u202f'’](?=\d{3}(?:\D|$))/g, '')
    .replace(/\u2212/g, '-')
  if (/^[-+]?\d+(?:\.\d+)?$/.test(plain)) return Number(plain)
  if (/^[-+]?\d+,\d+$/.test(plain)) return Number(plain.replace(',', '.'))
  // Two different marks: the later one is the decimal mark.
  if (/^[-+]?\d{1,3}(?:\.\d{3})+,\d+$/.test(plain)) return Number(plain.replaceAll('.', '').replace(',', '.'))
  if (/^[-+]?\d{1,3}(?:,\d{3})+\.\d+$/.test(plain)) return Number(plain.replaceAll(',', ''))
  const percent = /^(.+?)\s*%$/.exec(plain)?.[1]
  return percent === undefined ? null : readNumber(percent)
}
