/** The format of a file: by what stands in it, and by its name only where that leaves a choice. */
import type { FileShape } from '../domain/import/shape'
import { isFields } from './at'
import { refuseBinary } from './binary'
import { dividedBy } from './delimiter'
import { decodedHead, encodingOf } from './encoding'
import { beginningOf } from './json'
import { recordsIn } from './places'
import type { Scan } from './scan'
import { Unreadable } from './unreadable'
import { yamlValue } from './yaml'

/** Whether the names of a table's columns stand beside its rows, and not above them. */
const hasColumnsApart = (document: unknown): boolean => isFields(document) && Array.isArray(document.columns)

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
  const shape = { encoding, delimiter: ',' as const, quotes: true, header: true, skip: 0, at: '' }
  if (/^[[{]/.test(begins)) {
    if (isJsonLines(head)) return { ...shape, format: 'jsonl' }
    const seen = await beginningOf(begins)
    if (seen !== undefined)
      return { ...shape, format: 'json', at: recordsIn(seen), header: !hasColumnsApart(seen) }
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
