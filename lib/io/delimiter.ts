/** How delimited text is divided: found by trying, on the beginning of the file, which way gives even rows. */
import { parse } from 'csv-parse/sync'
import { DELIMITERS, type FileShape } from '../domain/import/shape'
import { filled, linesBefore } from './before-table'
import { hasHeader } from './header'

type Divided = Pick<FileShape, 'delimiter' | 'quotes' | 'header' | 'skip'>

/** Lines of the sample that are looked at. */
const LINES = 2_000

const allLines = (sample: string, whole: boolean): string[] => {
  const lines = sample.split(/\r\n|\n|\r/)
  // The last line of a sample that is not the whole file is cut somewhere.
  if (!whole && lines.length > 1) lines.pop()
  return lines.slice(0, LINES)
}

/** What spreadsheets write before a table, to say how it is divided. */
const SEPARATOR = /^"?sep=(.)"?$/i
/** The part of rows that have one width where a table is even. */
const EVEN = 0.98

/** How even rows are: the part of them that have the commonest width; 0 where that is one cell. */
const evenness = (widths: readonly number[]): { even: number; width: number } => {
  const counts = new Map<number, number>()
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
  const [width, n] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0]
  return { even: width < 2 ? 0 : n / widths.length, width }
}

const quotedRows = (lines: readonly string[], delimiter: string): string[][] | null => {
  try {
    return parse(lines.join('\n'), {
      delimiter,
      relax_column_count: true,
      relax_quotes: false,
      skip_empty_lines: true,
    }) as string[][]
  } catch {
    return null
  }
}

const ENCLOSED = /^\s*".*"\s*$/s
const OPENED = /^\s*"/

interface Tried extends Divided {
  even: number
  width: number
  first: string[][]
}

const FIRST = 50

const tries = (lines: readonly string[], delimiter: FileShape['delimiter']): Tried[] => {
  const plain = lines.map((line) => line.split(delimiter))
  const quoted = quotedRows(lines, delimiter)
  const of = (rows: string[][], quotes: boolean): Tried => ({
    delimiter,
    quotes,
    header: true,
    skip: 0,
    ...evenness(rows.map((row) => row.length)),
    first: rows.slice(0, FIRST),
  })
  const tried = [of(plain, false)]
  if (quoted) tried.push(of(quoted, true))
  return tried
}

/** Whether quotes enclose cells here: some cell begins and ends with one. */
const encloses = (lines: readonly string[], delimiter: string): boolean =>
  lines.some((line) => line.split(delimiter).some((cell) => ENCLOSED.test(cell)))

/** Whether every cell that begins with a quote ends with one; those within a cell are letters then. */
const enclosesAlways = (lines: readonly string[], delimiter: string): boolean =>
  encloses(lines, delimiter) &&
  lines.every((line) => line.split(delimiter).every((cell) => !OPENED.test(cell) || ENCLOSED.test(cell)))

/** By how much fewer even rows a reading with quotes may have where neither is even: both have damaged rows. */
const UNEVEN = 0.2

/** Of two ways that give equally even rows, the one that takes quotes for what they are. */
const better = (a: Tried, b: Tried): Tried =>
  b.even > a.even + 0.001 || (b.even > a.even - 0.001 && b.width > a.width) ? b : a

/**
 * @param sample the beginning of the text
 * @param whole whether it is all of it
 * @returns null where the text does not look divided: one column, or no rows
 */
export const dividedBy = (sample: string, whole: boolean): Divided | null => {
  const all = allLines(sample, whole)
  const said = SEPARATOR.exec(all[0] ?? '')?.[1]
  const told = DELIMITERS.find((delimiter) => delimiter === said)
  const rest = said ? all.slice(1) : all
  const lines = filled(rest)
  if (lines.length === 0) return null
  const best = bestOf(lines, told ? [told] : DELIMITERS)
  const { delimiter, quotes } = best
  const cells = (line: string) =>
    (quotes ? quotedRows([line], delimiter)?.[0] : line.split(delimiter))?.length ?? 0
  const before = best.width < 2 ? 0 : linesBefore(rest, cells, best.width)
  const rows = before === 0 ? best.first : bestOf(filled(rest.slice(before)), [delimiter]).first
  return { delimiter, quotes, header: hasHeader(rows), skip: before + (said ? 1 : 0) }
}

const bestOf = (lines: readonly string[], delimiters: readonly FileShape['delimiter'][]): Tried =>
  delimiters
    .flatMap((delimiter) => {
      const [plain, quoted] = tries(lines, delimiter)
      if (!plain) return []
      // A quoted reading of fewer rows than lines is right where the plain one is uneven (cells of several lines), and
      // swallows rows where that is even (quotes that are letters).
      if (!quoted)
        return [
          (plain.even > EVEN && !enclosesAlways(lines, delimiter)) || !encloses(lines, delimiter)
            ? plain
            : { ...plain, quotes: true },
        ]
      if (plain.even > 0.999 && quoted.even < 1) return [plain]
      return [quoted.even >= plain.even - UNEVEN ? quoted : plain]
    })
    .reduce((a, b) => better(a, b))
