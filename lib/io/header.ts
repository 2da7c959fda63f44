/** Whether a table names its columns. */

const NUMBER = /^-?\d[\d.,]*$/
const NAME = /^[\p{L}_@#][\p{L}\p{N}\p{M}_ ./:@#()?-]{0,79}$/u

/** Several words that end as sentences do name no column. */
const SENTENCE = /\s\S+[.!?…]$/

/** Whether the first row names columns: short names, none twice in a row of values, no sentences and no bare numbers. */
export const hasHeader = (rows: readonly string[][]): boolean => {
  const [first = [], ...rest] = rows
  const cells = first.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (
    cells.length === 0 ||
    cells.some((cell) => NUMBER.test(cell) || SENTENCE.test(cell) || !NAME.test(cell))
  )
    return false
  // A name of a column is seldom one of its values too.
  return !first.some(
    (cell, i) =>
      cell.trim() !== '' && rest.filter((row) => row[i]?.trim() === cell.trim()).length > rest.length / 10,
  )
}
