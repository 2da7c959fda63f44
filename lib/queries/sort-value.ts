/** Sort values of rows: as they come from either database, and as each compares them. */

/** As text or a number, for a page marker. */
export const plainValue = (value: unknown): string | number =>
  value instanceof Date
    ? value.toISOString()
    : typeof value === 'bigint'
      ? Number(value)
      : (value as string | number)

/** A moment is bound as a date, so that each adapter writes it as it stores it. */
export const boundValue = (isMoment: boolean, value: string | number) => (isMoment ? new Date(value) : value)
