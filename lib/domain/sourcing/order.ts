/** The order of code units: the same on every machine, whatever its language. */
export const smaller = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
