import { columnNames } from './delimited'

/** Records of a list that is a table: each is a list of cells, and the first may name the columns. */
export class TableRows {
  private names: string[] | null = null

  constructor(private readonly header: boolean) {}

  /** What a thing of the list is as a record; the row of names is none. */
  read(value: unknown): unknown[] {
    if (!Array.isArray(value)) return [value]
    const names = (this.names ??= columnNames(this.header ? value.map(String) : value.map(() => '')))
    if (this.header && !this.begun) {
      this.begun = true
      return []
    }
    // Of a row that is longer than its names nobody knows which cell is which.
    return value.length > names.length
      ? [value]
      : [Object.fromEntries(value.map((cell, i) => [names[i], cell]))]
  }

  private begun = false
}
