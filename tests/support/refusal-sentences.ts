/** Every sentence with which the code refuses something, or says what is wrong with it, found in the source. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'

/** Where such sentences are written. */
const FOLDERS = [
  'lib/commands',
  'lib/domain',
  'lib/io',
  'lib/queries',
  'lib/web',
  'app/desk',
  'app/report',
  'app/claims',
]

/**
 * What is said to programs, to who runs the command line or a server, or in English on purpose: the rules publish the sentences
 * of statuses so, and pages say them from their facts.
 */
const APART =
  /\.test\.tsx?$|^lib\/domain\/(?:api|data|fact-check)\/|sourcing\/explain\.ts$|^lib\/commands\/(?:archive|jobs\/(?:queue|run)|kept-answers|recount)|^lib\/queries\/(?:archive|speakers\/compare|claims\/(?:counting|where))|^lib\/web\/(?:secret|streamed|database-(?:secret|worker)|log\/)/

/** A sentence begins with a capital, a quotation mark or a value, and ends as sentences do. */
const SENTENCE = /^[A-Z“{][^]* [^]*[.?!]$/

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file).replaceAll('\\', '/'))
    .filter((file) => /\.tsx?$/.test(file) && !APART.test(file))
    .sort()

/** The sentences of one file; what is put into one stands as {0}, {1} and so on. */
export const sentencesIn = (file: string, source: string): string[] => {
  const found: string[] = []
  const thrown: [start: number, end: number][] = []
  const add = (text: string, at: number) => {
    const inside = thrown.some(([start, end]) => start < at && at < end)
    if (!inside && text.length > 12 && SENTENCE.test(text)) found.push(text)
  }
  new Visitor({
    // What is thrown is a bug, and nobody reads it on a page.
    NewExpression: ({ start, end, callee }) => {
      if (callee.type === 'Identifier' && callee.name.endsWith('Error')) thrown.push([start, end])
    },
    Literal: ({ value, start }) => {
      if (typeof value === 'string') add(value, start)
    },
    TemplateLiteral: ({ quasis, start }) =>
      add(quasis.map(({ value }, i) => (i === 0 ? '' : `{${i - 1}}`) + (value.cooked ?? '')).join(''), start),
  }).visit(parseSync(file, source).program)
  return found
}

/** All of them, each once. */
export const refusalSentences = (): string[] => [
  ...new Set(FOLDERS.flatMap(filesIn).flatMap((file) => sentencesIn(file, readFileSync(file, 'utf8')))),
]
