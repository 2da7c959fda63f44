/** What every parser of an address shares: the parameters as pairs, and a record of what was dropped. */

export type Params = URLSearchParams | Record<string, string | string[] | undefined>

export type Why =
  | 'unknown_key'
  | 'unknown_value'
  | 'repeated'
  | 'too_many'
  | 'only_two'
  | 'bad_cursor'
  | 'no_words'

/** Something in an address that was not used, and why. */
export interface Dropped {
  key: string
  value: string
  why: Why
}

/** What is echoed of a dropped value; it may be hostile, and it may be long. */
const ECHOED = 60
/** Dropped things that are said; the rest would only fill the page. */
const MOST_SAID = 12

/** The parameters in their order, repeated ones one by one; what is no text stands for nothing and is left out. */
export const entriesOf = (params: Params): [string, string][] =>
  params instanceof URLSearchParams
    ? [...params.entries()]
    : Object.entries(params).flatMap(([key, value]) =>
        [value].flat().flatMap((one): [string, string][] => (typeof one === 'string' ? [[key, one]] : [])),
      )

/** Text from an address as it can be shown: short, without characters that hide or turn round what stands beside. */
const shown = (text: string): string =>
  [...text.slice(0, 2 * ECHOED)]
    .slice(0, ECHOED)
    .join('')
    .replace(/[\p{C}\u2028\u2029]/gu, '\uFFFD')

/** Collects what was dropped: each thing once, the first few, each as it can be shown. */
export class Drops {
  readonly list: Dropped[] = []

  add(key: string, value: string, why: Why): void {
    const drop = { key: shown(key), value: shown(value), why }
    const isSaid = this.list.some((d) => d.key === drop.key && d.value === drop.value && d.why === why)
    if (!isSaid && this.list.length < MOST_SAID) this.list.push(drop)
  }
}

/** What an address has that takes no parameters: all of it was not used. */
export const unusedIn = (params: Params): Dropped[] => {
  const drops = new Drops()
  for (const [key, value] of entriesOf(params)) drops.add(key, value, 'unknown_key')
  return drops.list
}
