/** Records of a JSON document of any size: one list of it is read a record at a time. */
import { Readable } from 'node:stream'
import chain from 'stream-chain'
import { parser } from 'stream-json'
import Assembler from 'stream-json/assembler.js'
import { pick } from 'stream-json/filters/pick.js'
import { streamArray } from 'stream-json/streamers/stream-array.js'
import { streamObject } from 'stream-json/streamers/stream-object.js'
import type { FileShape, Row } from '../domain/import/shape'
import { recordsAt, type Step, stepsOf } from './at'
import { asRow, parsedExactly } from './json-lines'
import { TableRows } from './table-rows'
import { MAX_DEPTH, MAX_RECORD, TOO_DEEP, tooLarge, Unreadable } from './unreadable'

const PARSING = { packValues: true, streamValues: false }

const wholeText = async (text: AsyncIterable<string>): Promise<string> => {
  let whole = ''
  for await (const piece of text) {
    whole += piece
    if (whole.length > MAX_RECORD) throw tooLarge(1)
  }
  return whole
}

/** A document that is read as one: for what is no list, and for formats that cannot be read in pieces. */
export const documentOf = async (text: AsyncIterable<string>): Promise<unknown> => {
  try {
    return parsedExactly(await wholeText(text))
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable('This is not JSON: it may be cut, or a quote, a comma or a bracket is missing.')
  }
}

/** Small, so that what stands before a mistake has been read when it is met. */
const PIECE = 4096
const piecesOf = function* (text: string): Generator<string> {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE)
}

interface Token {
  name: string
  value?: string | boolean | null
}

/** Ids may have more digits than a number of the language holds; such a number is text, as it is written. */
const exactly = (token: Token): Token =>
  token.name === 'numberValue' && /^-?\d{16,}$/.test(String(token.value))
    ? { name: 'stringValue', value: String(token.value) }
    : token

/** Passes tokens on as far as things do not stand too deep within one another. @throws Unreadable */
const shallow = (): ((token: Token) => Token) => {
  let depth = 0
  return (token) => {
    if (token.name === 'startObject' || token.name === 'startArray') depth++
    else if (token.name === 'endObject' || token.name === 'endArray') depth--
    if (depth > MAX_DEPTH) throw new Unreadable(TOO_DEEP)
    return token
  }
}

/** Whatever stands at a place of the document, one after the other; by a name where things have one. */
const elements = async function* (
  text: AsyncIterable<string>,
  name: string,
  each: Step['each'],
): AsyncGenerator<{ key: unknown; value: unknown }> {
  let since = 0
  let n = 0
  const counted = async function* () {
    for await (const piece of text) {
      since += piece.length
      if (since > MAX_RECORD) throw tooLarge(n + 1)
      yield* piecesOf(piece)
    }
  }
  const streamed = each === 'names' ? streamObject() : streamArray()
  const stages = [parser(PARSING), shallow(), exactly, ...(name ? [pick({ filter: name })] : []), streamed]
  const stream = Readable.from(counted()).compose(chain(stages as never))
  try {
    for await (const element of stream as AsyncIterable<{ key: unknown; value: unknown }>) {
      n++
      since = 0
      yield element
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable(
      `After record ${n} this is not JSON any more, so nothing further can be read: it may be cut, or a quote, a comma or a bracket is missing.`,
      n + 1,
    )
  }
}

/** Numbers the records of a document. */
export const numbered = function* (values: Iterable<unknown>, from = 0): Generator<Row> {
  let line = from
  for (const value of values) yield asRow(++line, value)
}

/** @param shape `at` as `recordsAt` takes it; `header` of lists of cells @throws Unreadable where nothing more can be read */
export const jsonRows = async function* (
  text: AsyncIterable<string>,
  { at, header }: Pick<FileShape, 'at' | 'header'>,
): AsyncGenerator<Row> {
  const steps = stepsOf(at)
  const many = steps.findIndex(({ each }) => each !== null)
  const step = steps[many]
  if (!step) {
    yield* numbered(recordsAt(await documentOf(text), steps))
    return
  }
  const name = steps
    .slice(0, many + 1)
    .map((each) => each.name)
    .filter(Boolean)
    .join('.')
  const table = new TableRows(header)
  let line = 0
  for await (const { key, value } of elements(text, name, step.each)) {
    const held = step.each === 'names' ? { [String(key)]: value } : [value]
    for (const record of recordsAt(step.name ? { [step.name]: held } : held, steps.slice(many)))
      for (const each of table.read(record)) yield asRow(++line, each)
  }
}

/** What can be seen of a document from its beginning alone; undefined where it does not begin as JSON. */
export const beginningOf = async (head: string): Promise<unknown> => {
  const assembler = new Assembler()
  let seen = false
  try {
    const tokens = Readable.from(piecesOf(head)).compose(chain([parser(PARSING), shallow()] as never))
    for await (const token of tokens as AsyncIterable<Parameters<typeof assembler.consume>[0]>) {
      assembler.consume(token)
      seen = true
    }
  } catch {
    // The beginning of a document ends anywhere; what came before the cut was read.
  }
  if (!seen) return undefined
  while (assembler.depth > 1) assembler.dropToLevel(assembler.depth - 1)
  return assembler.current
}
