/** The format of a file: by what stands in it, and by its name only where that leaves a choice. */
import { folded, hasStatement } from '../domain/import/columns'
import type { FileShape } from '../domain/import/shape'
import { type List, listsIn } from './at'
import { dividedBy } from './delimiter'
import { decodedHead, encodingOf } from './encoding'
import { beginningOf } from './json'
import type { Scan } from './scan'
import { Unreadable } from './unreadable'
import { yamlValue } from './yaml'

/** First bytes of files that are no text, and what to do instead. */
const BINARY: [number[], string][] = [
  [
    [0x50, 0x4b, 0x03, 0x04],
    'This is a zip archive or a spreadsheet. Unpack it, or save the sheet as CSV, and send that.',
  ],
  [[0xd0, 0xcf, 0x11, 0xe0], 'This is an old spreadsheet or document. Save it as CSV, and send that.'],
  [[0x1f, 0x8b], 'This is compressed. Unpack it, and send what is in it.'],
  [[0x25, 0x50, 0x44, 0x46], 'This is a PDF. Tables cannot be read out of it; ask for the data behind it.'],
]

/** Control characters that a damaged export may hold, however short it is. */
const FEW = 8

/** Letters that no text holds, beyond a few from a damaged export. */
const refuseBinary = (scan: Scan, encoding: FileShape['encoding']): void => {
  const kind = BINARY.find(([bytes]) => bytes.every((byte, i) => scan.head[i] === byte))
  if (kind) throw new Unreadable(kind[1])
  if (encoding.startsWith('utf-16')) return
  let control = 0
  for (const byte of scan.head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) control++
  if (control > Math.max(FEW, scan.head.length / 100))
    throw new Unreadable('This is not text, whatever its name says, so nothing of it can be read.')
}

/** Lists whose records are about claims by their known names, wherever they stand. */
const KNOWN = [
  'datafeedelement',
  'claims',
  'graph',
  'promises',
  'statements',
  'factchecks',
  'items',
  'results',
  'data',
  'records',
  'rows',
]
const isKnown = ({ at }: List) => KNOWN.includes(folded(at.split('.').at(-1) ?? ''))
const isReview = ({ first }: List) =>
  /ClaimReview|DataFeedItem/.test(String(first['@type'] ?? first.type ?? ''))

/** Where the records of a document stand: in the outermost list that is about claims, else in the longest. */
export const recordsIn = (value: unknown): string => {
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
    const { '@type': type, type: bare } = value as Record<string, unknown>
    if (String(type ?? bare ?? '').includes('ClaimReview')) return ''
  }
  const lists = listsIn(value)
  const depth = ({ at }: List) => at.split('[]').length
  const outer = lists.toSorted((a, b) => depth(a) - depth(b) || b.n - a.n)
  const about =
    outer.find((list) => isReview(list) || hasStatement(Object.keys(list.first))) ?? outer.find(isKnown)
  return (about ?? outer[0])?.at ?? ''
}

const LINES = 20

/** Whether the lines of a text are objects of JSON, each its own. */
const isJsonLines = (head: string): boolean => {
  const lines = head.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '')
  // The last one may be cut.
  const some = lines.slice(0, LINES).slice(0, Math.max(1, lines.length - 1))
  const objects = some.filter((line) => {
    try {
      return typeof JSON.parse(line) === 'object'
    } catch {
      return false
    }
  })
  return lines.length > 1 && objects.length > 0 && objects.length >= some.length / 2
}

const isYaml = (head: string, name: string): boolean =>
  /\.ya?ml$/i.test(name) ||
  /^(?:%YAML|---\s*$)/m.test(head.slice(0, 100)) ||
  (/^(?:-\s+)?[\w-]+:(?:\s|$)/.test(head.replace(/^(?:\s*#.*\n)+/, '').trimStart()) &&
    !/^[^\n]*[,;\t]/.test(head))

const yamlPlace = (head: string, whole: boolean): string => {
  // A cut in the middle of a document may leave its last lines unreadable.
  const text = whole ? head : head.slice(0, head.lastIndexOf('\n\n') + 1 || head.lastIndexOf('\n') + 1)
  try {
    return recordsIn(yamlValue(text))
  } catch {
    return '[]'
  }
}

/**
 * How a file should be read.
 * @param name as it was sent; only its ending is looked at
 * @throws Unreadable where it holds nothing that can be read
 */
export const shapeOf = async (scan: Scan, name: string): Promise<FileShape> => {
  if (scan.bytes === 0) throw new Unreadable('This file is empty.')
  const encoding = encodingOf(scan)
  refuseBinary(scan, encoding)
  const head = decodedHead(scan, encoding)
  const whole = scan.bytes <= scan.head.length
  const begins = head.trimStart()
  if (begins === '') throw new Unreadable('This file holds nothing but spaces.')
  const shape = { encoding, delimiter: ',' as const, quotes: true, header: true, at: '' }
  if (/^[[{]/.test(begins)) {
    if (isJsonLines(head)) return { ...shape, format: 'jsonl' }
    const seen = await beginningOf(begins)
    if (seen !== undefined) return { ...shape, format: 'json', at: recordsIn(seen) }
    // Damaged from the first record on; what is wrong with it is said when it is read.
    if (/^(?:\[\s*[{["]|\{\s*["}])/.test(begins))
      return { ...shape, format: 'json', at: begins[0] === '[' ? '[]' : '' }
  }
  if (/^<(?:!doctype|html|head|body|script|!--|\?xml|meta|div)/i.test(begins))
    return { ...shape, format: 'html' }
  if (isYaml(head, name)) return { ...shape, format: 'yaml', at: yamlPlace(head, whole) }
  const divided = dividedBy(head, whole)
  if (!divided) throw new Unreadable('This file holds no rows.')
  return { ...shape, format: 'csv', ...divided }
}
