/** Rows of delimited text, with the problems of those that do not fit the columns. */
import { Readable } from 'node:stream'
import { type CsvError, parse } from 'csv-parse'
import type { FileShape, Row } from '../domain/import/shape'
import { MAX_RECORD, tooLarge, Unreadable } from './unreadable'

/** Names of columns, each once: a second `name` becomes `name (2)`, one without a name `column 3`. */
export const columnNames = (cells: readonly string[]): string[] => {
  const seen = new Map<string, number>()
  return cells.map((cell, i) => {
    const name = cell.trim().replace(/\s+/g, ' ') || `column ${i + 1}`
    const n = (seen.get(name) ?? 0) + 1
    seen.set(name, n)
    return n === 1 ? name : `${name} (${n})`
  })
}

const rowOf = (line: number, names: readonly string[], cells: readonly string[], delimiter: string): Row => {
  // Where there is one column only, nothing is divided: what looks like it is part of a sentence.
  const [only = '', ...others] = names
  if (others.length === 0) return { line, value: { [only]: cells.join(delimiter) } }
  if (cells.length > names.length && cells.slice(names.length).some((cell) => cell.trim() !== ''))
    return {
      line,
      problem: `This row has ${cells.length} cells, and there are ${names.length} columns. A delimiter inside a text may not be quoted.`,
    }
  if (cells.length < names.length)
    return {
      line,
      problem: `This row has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, and there are ${names.length} columns.`,
    }
  return { line, value: Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ''])) }
}

interface Parsed {
  info: { lines: number }
  record: string[]
}

const sentenceOf = (error: CsvError): Unreadable | CsvError => {
  const line = Number(error.lines ?? 0)
  if (error.code === 'CSV_MAX_RECORD_SIZE') return tooLarge(line)
  if (error.code === 'CSV_QUOTE_NOT_CLOSED')
    return new Unreadable(
      `The quote that opens in line ${line} is never closed, so nothing after it can be read. Mend it, or read the file without quotes.`,
      line,
    )
  return error
}

/** @throws Unreadable where nothing more can be read */
export const delimitedRows = async function* (
  text: AsyncIterable<string>,
  { delimiter, quotes, header, skip }: Pick<FileShape, 'delimiter' | 'quotes' | 'header' | 'skip'>,
): AsyncGenerator<Row> {
  const parser = Readable.from(text).compose(
    parse({
      delimiter,
      quote: quotes ? '"' : false,
      escape: quotes ? '"' : null,
      relax_quotes: true,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: MAX_RECORD,
      from_line: skip + 1,
      info: true,
    }),
  )
  let names: string[] | null = null
  let line = skip + 1
  try {
    for await (const { info, record } of parser as AsyncIterable<Parsed>) {
      // The parser counts the lines that it has read; a record begins after the one before it.
      const begins = line
      line = info.lines + 1
      if (names === null) {
        names = header ? columnNames(record) : record.map((_, i) => `column ${i + 1}`)
        if (header) continue
      }
      yield rowOf(begins, names, record, delimiter)
    }
  } catch (error) {
    throw sentenceOf(error as CsvError)
  }
}
