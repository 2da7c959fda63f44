/** What stands before a table: titles and remarks. */

/** Lines that hold anything. */
export const filled = (lines: readonly string[]): string[] => lines.filter((line) => line.trim() !== '')

/** Lines that may stand before a table. */
const BEFORE = 20

/**
 * Lines before the table: what is marked as a remark, and titles, which are not divided as every row after them is.
 * @param divided the number of cells of a line
 */
export const linesBefore = (
  lines: readonly string[],
  divided: (line: string) => number,
  width: number,
): number => {
  const marked = lines.findIndex((line) => !/^\s*(?:#|\/\/)/.test(line) && line.trim() !== '')
  // A name of a column may begin with the sign of a number; a remark is divided otherwise than the rows are.
  if (marked > 0 && lines.slice(0, marked).every((line) => divided(line) !== width)) return marked
  const first = lines.slice(0, BEFORE).findIndex((line) => divided(line) === width)
  const after = filled(lines.slice(first))
  const even = after.filter((line) => divided(line) === width).length
  // A title is one text; a row of fewer cells than others may be the row of names itself.
  return first > 0 &&
    even > after.length / 2 &&
    filled(lines.slice(0, first)).every((line) => divided(line) < 2)
    ? first
    : 0
}
