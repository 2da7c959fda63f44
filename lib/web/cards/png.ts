/** Drawings as PNG, by resvg as WebAssembly: it shapes and orders text in every script that the fonts have. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { fonts } from './fonts'

const kept = globalThis as unknown as {
  onRecordResvg?: Promise<void>
  onRecordCards?: Map<string, Uint8Array<ArrayBuffer>>
}

/** Cards that are kept: a shared link is asked for by many at once. About 40 kB each. */
const MOST_KEPT = 200

const ready = (): Promise<void> => {
  kept.onRecordResvg ??= initWasm(
    readFileSync(
      join(
        /* turbopackIgnore: true */ process.cwd(),
        'node_modules',
        '@resvg',
        'resvg-wasm',
        'index_bg.wasm',
      ),
    ),
  )
  return kept.onRecordResvg
}

/** Draws an SVG. The same SVG is drawn once, for as long as it is asked for. */
export const pngOf = async (svg: string): Promise<Uint8Array<ArrayBuffer>> => {
  const cards = (kept.onRecordCards ??= new Map())
  const known = cards.get(svg)
  if (known) {
    cards.delete(svg)
    cards.set(svg, known)
    return known
  }
  await ready()
  const drawing = new Resvg(svg, { font: { fontBuffers: fonts().buffers, defaultFontFamily: 'Public Sans' } })
  const png = new Uint8Array(drawing.render().asPng())
  drawing.free()
  const [oldest] = cards.keys()
  if (cards.size >= MOST_KEPT && oldest !== undefined) cards.delete(oldest)
  cards.set(svg, png)
  return png
}
