/**
 * Runs queries of one transaction one after the other: its connection takes one statement at a time, and a client of
 * PostgreSQL that is given a second one meanwhile warns today and refuses it from pg 9 on.
 * @returns what each gave, in the order of the steps
 */
export const inTurn = async <T>(steps: readonly (() => Promise<T>)[]): Promise<T[]> => {
  const found: T[] = []
  for (const step of steps) found.push(await step())
  return found
}
