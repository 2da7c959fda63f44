/** How a file is to be read: what was detected of it, and what the importer may say instead. */
import { z } from 'zod'

export const FORMATS = ['csv', 'jsonl', 'json', 'yaml', 'html'] as const
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-2',
  'windows-1250',
  'windows-1251',
  'windows-1256',
  'shift_jis',
  'gb18030',
  'big5',
  'euc-jp',
  'euc-kr',
  'koi8-r',
] as const
export const DELIMITERS = [',', '\t', ';', '|'] as const

export const fileShape = z.object({
  format: z.enum(FORMATS),
  encoding: z.enum(ENCODINGS).default('utf-8'),
  /** Of delimited text only, as are the next three. */
  delimiter: z.enum(DELIMITERS).default(','),
  /** Whether double quotes may enclose a cell; without them a quote is a letter like any other. */
  quotes: z.boolean().default(true),
  /** Lines before the table: a title, remarks, or what only a spreadsheet reads (`sep=;`). */
  skip: z.int().min(0).max(100).default(0),
  /** Whether the first row names the columns. */
  header: z.boolean().default(true),
  /** Where the records stand in a document, as names joined by dots: `promises`, `tabs.sections.points`. */
  at: z.string().max(300).default(''),
})

export type FileShape = z.infer<typeof fileShape>
export type Format = FileShape['format']

/** One record of a file, or why there is none. `line` is its line in delimited text and JSON Lines, else its number. */
export type Row = { line: number; value: Record<string, unknown> } | { line: number; problem: string }
