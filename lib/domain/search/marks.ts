/** What of a text was found, to be marked: the text in pieces. */
import type { Sought } from './sought'
import { askedOf, standsAt, tokensOf } from './tokens'

export interface Piece {
  text: string
  found: boolean
}

/** The pieces put together are the text. Nothing is marked where only a part of a phrase stands. */
export const marked = (text: string, { all }: Sought): Piece[] => {
  const tokens = tokensOf(text)
  const asked = askedOf(all)
  const pieces: Piece[] = []
  let done = 0
  const add = (until: number, found: boolean) => {
    if (until <= done) return
    const last = pieces.at(-1)
    const piece = text.slice(done, until)
    if (last?.found === found) last.text += piece
    else pieces.push({ text: piece, found })
    done = until
  }
  tokens.forEach(({ start }, at) => {
    const longest = Math.max(
      0,
      ...asked.map((phrase) => (standsAt(tokens, at, phrase) ? phrase.words.length : 0)),
    )
    const end = tokens[at + longest - 1]?.end
    if (longest === 0 || end === undefined) return
    add(start, false)
    add(end, true)
  })
  add(text.length, false)
  return pieces
}
