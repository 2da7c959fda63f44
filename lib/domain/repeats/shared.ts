/** The words that a claim shares with a statement, as the claim writes them. */
import { fold, runsOf, WORD, wordsOf } from './fold'
import { stem } from './stem'

/** Told when asked for: only the claims that are shown need it. */
export type SharedWords = () => string[]

/** More would mark half of a claim. */
const MOST = 12
/** A word that more than half of all claims have says nothing, unless there is no other: log(1 + ½ / ½). */
const TELLS = Math.LN2

/** The stretches of a run of letters whose pairs are asked for. */
const stretches = (run: string, asked: ReadonlyMap<string, number>): [string, number][] => {
  const letters = [...run]
  const found: [string, number][] = []
  let from = -1
  let weight = 0
  for (let i = 0; i < letters.length; i++) {
    const w = asked.get(`${letters[i]}${letters[i + 1] ?? ''}`)
    if (w !== undefined && i + 1 < letters.length) {
      if (from < 0) from = i
      weight = Math.max(weight, w)
    } else if (from >= 0) {
      found.push([letters.slice(from, i + 1).join(''), weight])
      from = -1
      weight = 0
    }
  }
  return found
}

/**
 * @param asked the stems of the statement and what each tells
 * @returns words of the claim in its own spelling, those that tell most first
 */
export const sharedWords = (
  claim: { statement: string; quote: string | null },
  asked: ReadonlyMap<string, number>,
): string[] => {
  const found = new Map<string, { word: string; tells: number }>()
  const add = (word: string, tells: number) => {
    const key = fold(word)
    if (tells > 0 && !found.has(key)) found.set(key, { word, tells })
  }
  for (const word of `${claim.statement}\n${claim.quote ?? ''}`.match(WORD) ?? [])
    for (const { run, apart } of runsOf(word))
      if (apart) for (const [part, tells] of stretches(run, asked)) add(part, tells)
      else for (const each of wordsOf(run)) add(run, asked.get(stem(each)) ?? 0)
  const words = [...found.values()].sort((a, b) => b.tells - a.tells)
  const telling = words.filter(({ tells }) => tells >= TELLS)
  return (telling.length > 0 ? telling : words).slice(0, MOST).map(({ word }) => word)
}
