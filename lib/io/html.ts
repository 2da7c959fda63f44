/** The structured data of a web page. Nothing of the page is run or fetched. */
import { parseHTML } from 'linkedom'
import type { Row } from '../domain/import/shape'
import { isFields } from './at'
import { asRow, parsedExactly } from './json-lines'
import { MAX_RECORD, Unreadable } from './unreadable'

/** Scripts are often wrapped as comments or CDATA, from the days of XHTML. */
const unwrapped = (text: string): string =>
  text
    .trim()
    .replace(/^(?:\/\/\s*)?<!--|(?:\/\/\s*)?-->$/g, '')
    .replace(/^(?:\/\/\s*|\/\*\s*)?<!\[CDATA\[(?:\s*\*\/)?|(?:\/\/\s*|\/\*\s*)?\]\]>(?:\s*\*\/)?$/g, '')
    .trim()

/** Line breaks within strings are no JSON, and common on pages. */
const mended = (text: string): string =>
  text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"/gs, (string) =>
    string.replace(/\r?\n/g, '\\n').replace(/\t/g, '\\t'),
  )

const parsed = (text: string): unknown => {
  for (const form of [unwrapped(text), mended(unwrapped(text))])
    try {
      return parsedExactly(form)
    } catch {
      // The other form is tried, and the caller told.
    }
  return undefined
}

/** The things that a block of JSON-LD describes, however it lists them. */
const things = function* (value: unknown): Generator<unknown> {
  if (Array.isArray(value)) for (const each of value) yield* things(each)
  else if (isFields(value) && Array.isArray(value['@graph'])) yield* things(value['@graph'])
  else yield value
}

const isReview = (value: unknown): boolean => {
  if (!isFields(value)) return false
  const types = [value['@type'] ?? value.type].flat()
  return types.some((type) =>
    ['ClaimReview', 'DataFeed', 'DataFeedItem'].includes(
      String(type).replace(/^https?:\/\/schema\.org\//, ''),
    ),
  )
}

/** The blocks of JSON-LD on a page that are about claims. */
export const pageRows = async function* (text: AsyncIterable<string>): AsyncGenerator<Row> {
  let page = ''
  for await (const piece of text) {
    page += piece
    if (page.length > MAX_RECORD)
      throw new Unreadable('This page is longer than 10 million characters, and is not read.')
  }
  const { document } = parseHTML(page)
  let line = 0
  for (const script of document.querySelectorAll('script')) {
    if (!/^application\/ld\+json\b/i.test(script.getAttribute('type')?.trim() ?? '')) continue
    const value = parsed(script.textContent ?? '')
    if (value === undefined) {
      yield { line: ++line, problem: 'A block of JSON-LD on this page cannot be read.' }
      continue
    }
    for (const thing of things(value)) if (isReview(thing)) yield asRow(++line, thing)
  }
  if (line === 0)
    throw new Unreadable(
      'This page carries no ClaimReview: there is no block of JSON-LD on it that describes one.',
    )
}
