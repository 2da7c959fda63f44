/**
 * The fonts of cards. A text is drawn in one of them as a whole, the first that has all of its letters: the library
 * that draws loses texts which change their font.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fontOf } from './woff'

const file = (...path: string[]): Buffer =>
  readFileSync(join(/* turbopackIgnore: true */ process.cwd(), 'node_modules', ...path))

/** The site's own typefaces, with the letters of western Europe. */
const PACKS = { serif: 'newsreader', sans: 'public-sans' } as const
const FAMILIES = { serif: 'Newsreader', sans: 'Public Sans' } as const
export type Style = keyof typeof PACKS

/** Plainer, and with far more letters. */
export const WIDE = 'DejaVu Sans'
const IN_WIDE =
  /^[\s\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Armenian}\p{Script=Georgian}\p{P}\p{N}\p{Mn}\p{Sc}\p{Sm}\p{Cf}]*$/u
/** Signs that are in one of those classes, and belong to scripts that it has not. */
const NOT_IN_WIDE = /[\u3000-\u{1ffff}]/u

/** Reads `U+0000-00FF,U+0131`. */
const rangesOf = (text: string): [number, number][] =>
  text.split(',').map((part) => {
    const [from = '0', to = from] = part.trim().replace('U+', '').split('-')
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
  })

interface Loaded {
  buffers: Uint8Array[]
  ranges: Record<Style, [number, number][]>
}
let loaded: Loaded | undefined

const load = (): Loaded => {
  const latin = (style: Style) =>
    rangesOf(JSON.parse(file('@fontsource', PACKS[style], 'unicode.json').toString('utf8')).latin)
  const woff = (style: Style) =>
    fontOf(file('@fontsource', PACKS[style], 'files', `${PACKS[style]}-latin-400-normal.woff`))
  return {
    buffers: [woff('serif'), woff('sans'), file('dejavu-fonts-ttf', 'ttf', 'DejaVuSans.ttf')],
    ranges: { serif: latin('serif'), sans: latin('sans') },
  }
}

/** All fonts, read once in a process. */
export const fonts = (): Loaded => {
  loaded ??= load()
  return loaded
}

/** The family that has every letter of a text; null where none has, so that boxes would stand in their place. */
export const familyOf = (text: string, style: Style): string | null => {
  const has = (letter: string) => {
    const code = letter.codePointAt(0) ?? 0
    return fonts().ranges[style].some(([from, to]) => code >= from && code <= to)
  }
  if ([...text].every(has)) return FAMILIES[style]
  return IN_WIDE.test(text) && !NOT_IN_WIDE.test(text) ? WIDE : null
}
