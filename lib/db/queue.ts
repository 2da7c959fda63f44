/**
 * Makes a queue of turns, first come first served.
 * @returns a function that resolves when the turn has come, with the function that ends it
 */
export const makeQueue = (): (() => Promise<() => void>) => {
  let tail: Promise<void> = Promise.resolve()
  return async () => {
    const before = tail
    let end: () => void = () => {}
    tail = new Promise<void>((resolve) => {
      end = resolve
    })
    await before
    return end
  }
}
