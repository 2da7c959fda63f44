import { archivedRows } from '../../db/archive/rows'
import { ARCHIVE_TABLES, LEFT_OUT } from '../../db/archive/tables'
import type { Reader } from '../../db/client'
import type { PackedFile } from './pack'

/** Every table of the ledger, row for row, in the order in which they can be read in again. */
export const fullFiles = (reader: Reader): PackedFile[] =>
  ARCHIVE_TABLES.map((table) => ({
    path: table.path,
    columns: table.columns.map(({ name }) => name),
    rows: () => archivedRows(reader, table),
  }))

export const fullLeftOut = (): string[] => [
  ...Object.values(LEFT_OUT),
  'Forms that were refused and wait to be sent again; unfinished claims are in it.',
]
