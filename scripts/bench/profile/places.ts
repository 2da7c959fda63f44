/** Where a function of the server comes from: its own file, behind the bundles that it runs in. */
import { existsSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ROOT } from '../../../lib/db/schema'

/** A function as V8 names it; lines and columns begin at 0. */
export interface CallFrame {
  functionName: string
  url: string
  lineNumber: number
  columnNumber: number
}

/** What is no JavaScript: built-in functions, and those of the database. */
export const NATIVE = '(native)'

/** @returns the path from the root of the project; for what is no file, V8's own name of it */
export type Place = (frame: CallFrame) => string

const read = (file: string): SourceMap | null => {
  const name = /\/\/# sourceMappingURL=(\S+)\s*$/.exec(readFileSync(file, 'utf8'))?.[1]
  const map = name ? join(dirname(file), decodeURIComponent(name)) : ''
  return existsSync(map) ? new SourceMap(JSON.parse(readFileSync(map, 'utf8'))) : null
}

/** A source as its map names it: beside the map, or under the bundler's name for the project. */
const fromRoot = (source: string, folder: string): string => {
  const path = decodeURIComponent(source.startsWith('file:') ? fileURLToPath(source) : source)
  const inside = /\[project\]\/(.*)$/.exec(path)?.[1]
  return inside ?? (/^[a-z]+:/.test(path) ? path : relative(ROOT, resolve(folder, path)))
}

/** Finds places by the source maps beside the build, each read once. */
export const placesOf = (): Place => {
  const maps = new Map<string, SourceMap | null>()
  return ({ url, functionName, lineNumber, columnNumber }) => {
    if (url === '') return functionName.startsWith('(') ? functionName : NATIVE
    if (!/^(file:|\/)/.test(url)) return url
    const file = url.startsWith('file:') ? fileURLToPath(url) : url
    if (!maps.has(file)) maps.set(file, file.includes('/server/chunks/') ? read(file) : null)
    const entry = maps.get(file)?.findEntry(lineNumber, columnNumber) as Partial<Entry> | undefined
    return fromRoot(entry?.originalSource ?? file, dirname(file))
  }
}

type Entry = ReturnType<InstanceType<typeof SourceMap>['findEntry']> & { originalSource: string }
