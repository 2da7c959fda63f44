import type { Row } from '../domain/import/shape'
import { MAX_DEPTH, MAX_RECORD, TOO_DEEP, tooLarge, Unreadable } from './unreadable'

/** Lines of a text that arrives in pieces, however they end. @throws Unreadable at a line that is too long */
export const linesOf = async function* (text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  let n = 1
  for await (const piece of text) {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    for (const line of lines) {
      n++
      yield line
    }
    if (rest.length > MAX_RECORD) throw tooLarge(n)
  }
  yield rest.replace(/\r$/, '')
}

/** A record of its own for whatever a document holds at one place. */
export const asRow = (line: number, value: unknown): Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { line, value: value as Record<string, unknown> }
    : typeof value === 'string'
      ? { line, value: { text: value } }
      : { line, problem: 'This is no record: it has no named fields.' }

/** A string, which stays as it is, or a whole number of more digits than can be told apart as a number. */
const LONG_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\b\d{16,}\b(?![.eE])/g

const QUOTE = 0x22
const ESCAPE = 0x5c
const OPENING = [0x5b, 0x7b]
const CLOSING = [0x5d, 0x7d]

/** How deep things stand within one another in a text, strings apart. */
const depthOf = (text: string): number => {
  let depth = 0
  let most = 0
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (sign === QUOTE) quoted = !quoted
    else if (quoted) at += sign === ESCAPE ? 1 : 0
    else if (OPENING.includes(sign)) most = Math.max(most, ++depth)
    else if (CLOSING.includes(sign)) depth--
  }
  return most
}

/**
 * JSON with its long numbers as text: two ids that differ in their last digit are two.
 * @throws SyntaxError, or Unreadable where it is too deep
 */
export const parsedExactly = (text: string): unknown => {
  if (depthOf(text) > MAX_DEPTH) throw new Unreadable(TOO_DEEP)
  return JSON.parse(
    /\d{16}/.test(text)
      ? text.replace(LONG_NUMBER, (found) => (found[0] === '"' ? found : `"${found}"`))
      : text,
  )
}

export const jsonLineRows = async function* (text: AsyncIterable<string>): AsyncGenerator<Row> {
  let line = 0
  for await (const each of linesOf(text)) {
    line++
    if (each.trim() === '') continue
    try {
      yield asRow(line, parsedExactly(each))
    } catch (error) {
      const problem =
        error instanceof Unreadable
          ? error.sentence
          : 'This line is not JSON: it may be cut, or a quote or a bracket is missing.'
      yield { line, problem }
    }
  }
}
