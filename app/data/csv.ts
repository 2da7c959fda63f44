/** Tables that a spreadsheet may open without running anything. */
import { stringify } from 'csv-stringify/sync'
import type { Item } from './views'

const named = (one: unknown): string =>
  typeof one === 'string' ? one : String((one as { name: unknown }).name)

/**
 * What a spreadsheet takes for a formula gets an apostrophe before it. The library does so where the sign comes first;
 * some programs skip what cannot be seen before they look.
 */
const asText = (text: string): string => (/^[\s\p{C}]+[=+\-@＝＋－＠]/u.test(text) ? `'${text}` : text)

/**
 * Rows of a table (RFC 4180): records end with CRLF.
 * @param columns fields of the rows, by their path; what a row has none of is empty
 * @param header whether the names of the columns come first
 * @param bom whether a byte-order mark comes before everything: Excel takes the file for UTF-8 then
 */
export const csvRows = (
  columns: readonly string[],
  items: readonly Item[],
  { header, bom }: { header: boolean; bom: boolean },
): string =>
  stringify([...items], {
    columns: [...columns],
    header,
    bom,
    record_delimiter: 'windows',
    quote_record_delimiter: true,
    escape_formulas: true,
    cast: {
      boolean: String,
      string: asText,
      object: (list) => asText((list as unknown as unknown[]).map(named).join('; ')),
    },
  })
