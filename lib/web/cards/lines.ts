/** Text for a drawing: broken into lines, each in its direction. */

/** Widths in parts of the size of the letters, somewhat more than most fonts have: a line must never run out. */
const widthOf = (letter: string): number => {
  if (/[\p{Mn}\p{Cf}]/u.test(letter)) return 0
  if (/[iljtfrI.,:;'’‘!|()[\]\s-]/.test(letter)) return 0.34
  if (/[mwMW@%—…]/.test(letter)) return 1.02
  if (/[\p{Lu}\p{Nd}]/u.test(letter)) return 0.66
  return 0.53
}

const lengthOf = (text: string) => [...text].reduce((sum, letter) => sum + widthOf(letter), 0)

/** A word that is longer than a line, such as an address, is broken where it must be. */
const fitting = (word: string, most: number): string[] => {
  const parts = ['']
  for (const letter of word) {
    const last = parts.at(-1) ?? ''
    if (lengthOf(last + letter) > most) parts.push(letter)
    else parts[parts.length - 1] = last + letter
  }
  return parts
}

/**
 * Breaks a text into lines.
 * @param most how wide a line may be, in sizes of the letters
 * @param lines how many there may be; the last one then ends with an ellipsis
 */
export const brokenInto = (text: string, most: number, lines: number): string[] => {
  const out: string[] = []
  for (const word of text.split(/\s+/).flatMap((one) => fitting(one, most))) {
    const last = out.at(-1)
    if (last !== undefined && lengthOf(`${last} ${word}`) <= most) out[out.length - 1] = `${last} ${word}`
    else out.push(word)
  }
  if (out.length <= lines) return out
  const kept = out.slice(0, lines)
  let last = kept.at(-1) ?? ''
  while (last.includes(' ') && lengthOf(`${last} …`) > most) last = last.slice(0, last.lastIndexOf(' '))
  return [...kept.slice(0, -1), `${last.replace(/[\s.,;:]+$/, '')}…`]
}

/** Whether a text is read from the right: by its first letter that has a direction. */
export const fromRight = (text: string): boolean => {
  const letter = /[\p{L}]/u.exec(text)?.[0] ?? ''
  return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(letter)
}

/** Signs that turn the direction of what follows: a text could spill them over the rest of the card. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g

/** A line as it is drawn: one that is read from the right is closed off as such, whatever it begins with. */
export const turned = (line: string, right: boolean): string => {
  const plain = line.replace(TURNS, '')
  return right ? `\u2067${plain}\u2069` : plain
}
