import type { FileShape, Row } from '../domain/import/shape'
import { delimitedRows } from './delimited'
import { decoded } from './encoding'
import { pageRows } from './html'
import { jsonRows } from './json'
import { jsonLineRows } from './json-lines'
import { yamlRows } from './yaml'

/**
 * Reads a file a record at a time; at no moment more of it is held than one record, of YAML and pages apart, which
 * are bounded.
 * @throws Unreadable where nothing more can be read
 */
export const readRows = (bytes: AsyncIterable<Uint8Array>, shape: FileShape): AsyncGenerator<Row> => {
  const text = decoded(bytes, shape.encoding)
  switch (shape.format) {
    case 'csv':
      return delimitedRows(text, shape)
    case 'jsonl':
      return jsonLineRows(text)
    case 'json':
      return jsonRows(text, shape)
    case 'yaml':
      return yamlRows(text, shape.at)
    case 'html':
      return pageRows(text)
  }
}
