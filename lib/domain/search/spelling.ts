/** What a word that nothing has may have been meant to be. */
import { fold } from '../repeats/fold'

/** The letters that a script may have had in place of a wrong one; of others only those of the word itself. */
const ALPHABETS = [
  'abcdefghijklmnopqrstuvwxyz',
  'αβγδεζηθικλμνξοπρστυφχψω',
  'абвгдежзийклмнопрстуфхцчшщъыьэюя',
  'אבגדהוזחטיכךלמםנןסעפףצץקרשת',
  'ابتثجحخدذرزسشصضطظعغفقكلمنهوي',
]

/** All words that differ from a word, folded, by one letter: left out, exchanged with the next, another, one more. */
export const variantsOf = (word: string): string[] => {
  const letters = [...word]
  const alphabet = new Set([
    ...(ALPHABETS.find((each) => letters.some((l) => each.includes(l))) ?? ''),
    ...letters,
  ])
  const found = new Set<string>()
  const add = (from: number, until: number, between: string) =>
    found.add([...letters.slice(0, from), between, ...letters.slice(until)].join(''))
  for (let i = 0; i <= letters.length; i++) {
    if (i < letters.length) add(i, i + 1, '')
    if (i + 1 < letters.length) add(i, i + 2, `${letters[i + 1]}${letters[i]}`)
    for (const letter of alphabet) {
      add(i, i, letter)
      if (i < letters.length) add(i, i + 1, letter)
    }
  }
  found.delete(word)
  return [...found].filter((each) => [...each].length > 1)
}

/** How many letters are to be left out, put in, changed or exchanged with the next to make one word the other. */
export const distance = (a: string, b: string): number => {
  const [from, to] = [[...a], [...b]]
  let before: number[] = []
  let last = to.map((_, j) => j + 1)
  last.unshift(0)
  from.forEach((letter, i) => {
    const row = [i + 1]
    to.forEach((other, j) => {
      const at = (list: number[], k: number) => list[k] ?? Number.POSITIVE_INFINITY
      let least = Math.min(at(last, j + 1) + 1, at(row, j) + 1, at(last, j) + (letter === other ? 0 : 1))
      if (i > 0 && j > 0 && letter === to[j - 1] && from[i - 1] === other)
        least = Math.min(least, at(before, j - 1) + 1)
      row.push(least)
    })
    before = last
    last = row
  })
  return last[to.length] ?? 0
}

/** Letters that may be wrong in a word: one in four. */
const mayBeWrong = (word: string): number => Math.max(1, Math.floor([...word].length / 4))

/** The candidate nearest to a word, the first of equals; null where none is near enough. */
export const closest = (word: string, candidates: readonly string[]): string | null => {
  const folded = fold(word)
  let best: { candidate: string; far: number } | null = null
  for (const candidate of candidates) {
    const other = fold(candidate)
    const far = distance(folded, other) + (other[0] === folded[0] ? 0 : 0.5)
    if (other !== folded && far <= mayBeWrong(word) + 0.5 && far < (best?.far ?? Number.POSITIVE_INFINITY))
      best = { candidate, far }
  }
  return best?.candidate ?? null
}
