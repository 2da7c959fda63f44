import { Lexer, Parser, parseAllDocuments } from 'yaml'
import type { Row } from '../domain/import/shape'
import { recordsAt, stepsOf } from './at'
import { numbered } from './json'
import { MAX_DEPTH, MAX_RECORD, TOO_DEEP, Unreadable } from './unreadable'

/** Aliases that one document may resolve: more of them make a small file fill the memory. */
const MAX_ALIASES = 100

/** What stands open while a text is read: each thing, and its place in the one around it. */
const MOST_OPEN = 2 * MAX_DEPTH

/**
 * Looks how deep a text goes before values are made of it: whoever makes them goes down as deep, and the engine ends
 * the whole process where it compiles an expression at the end of its stack.
 * @throws Unreadable
 */
const refuseDeep = (text: string): void => {
  const parser = new Parser()
  for (const lexeme of new Lexer().lex(text)) {
    // It goes on as far as what it gives is taken.
    Array.from(parser.next(lexeme))
    if (parser.stack.length > MOST_OPEN) throw new Unreadable(TOO_DEEP)
  }
}

/** All documents of a YAML text: one list where there are several, those that are lists themselves among it. */
export const yamlValue = (text: string): unknown => {
  refuseDeep(text)
  const documents = parseAllDocuments(text, { prettyErrors: true, logLevel: 'silent' })
  const list = Array.isArray(documents) ? documents : []
  const wrong = list.flatMap((document) => document.errors)[0]
  const line = wrong?.linePos?.[0].line
  if (wrong)
    throw new Unreadable(
      `This is not YAML${line ? ` from line ${line} on` : ''}, so nothing of it was read: ${wrong.message.split('\n')[0]}`,
      line,
    )
  try {
    const values = list.map((document) => document.toJS({ maxAliasCount: MAX_ALIASES }) as unknown)
    return values.length === 1 ? values[0] : values.flat()
  } catch {
    throw new Unreadable('This YAML refers to parts of itself so often that it is not read.')
  }
}

/** YAML is read as a whole, so it is bounded; larger files are for JSON. */
export const yamlRows = async function* (text: AsyncIterable<string>, at: string): AsyncGenerator<Row> {
  let whole = ''
  for await (const piece of text) {
    whole += piece
    if (whole.length > MAX_RECORD)
      throw new Unreadable(
        'This YAML is longer than 10 million characters. YAML is read as a whole; save it as JSON, which is read in pieces.',
      )
  }
  yield* numbered(recordsAt(yamlValue(whole), stepsOf(at)))
}
