import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { parseSync } from 'oxc-parser'
import { layerOf } from './table'

export interface Import {
  from: string
  /** A path in the repository, or the name of a package. */
  to: string
  inside: boolean
  typeOnly: boolean
}

/** Source files under a folder of the repository, as paths from its root. */
export const sourceFiles = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((name) => join(folder, name))
        .filter((path) => /\.tsx?$/.test(path) && !/\.d\.ts$/.test(path) && statSync(path).isFile())
        .filter((path) => !path.startsWith('lib/db/generated/'))
    : []

const resolve = (from: string, specifier: string): { to: string; inside: boolean } => {
  const base = specifier.startsWith('@/')
    ? specifier.slice(2)
    : specifier.startsWith('.')
      ? normalize(join(dirname(from), specifier))
      : null
  return base === null ? { to: specifier, inside: false } : { to: base, inside: true }
}

/** Every import and re-export of a file, static and dynamic, as a TypeScript-aware parser reads them. */
export const importsOf = (path: string, text = readFileSync(path, 'utf8')): Import[] => {
  const { module, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`)
  const found: Import[] = []
  for (const { moduleRequest, entries } of module.staticImports)
    found.push({
      from: path,
      ...resolve(path, moduleRequest.value),
      typeOnly: entries.length > 0 && entries.every((entry) => entry.isType),
    })
  for (const { entries } of module.staticExports)
    for (const { moduleRequest, isType } of entries)
      if (moduleRequest) found.push({ from: path, ...resolve(path, moduleRequest.value), typeOnly: isType })
  for (const { moduleRequest } of module.dynamicImports) {
    const literal = /^['"`]([^'"`]+)['"`]$/.exec(text.slice(moduleRequest.start, moduleRequest.end))
    if (literal?.[1]) found.push({ from: path, ...resolve(path, literal[1]), typeOnly: false })
  }
  return found
}

const allowsPackage = (packages: string[] | 'any', name: string) =>
  packages === 'any' ||
  packages.some((p) => (p.endsWith('/') || p.endsWith(':') ? name.startsWith(p) : name === p))

const isStyle = (to: string) => /\.css$/.test(to)

/** A sentence for each import that goes against the table. */
export const violations = (imports: readonly Import[]): string[] =>
  imports.flatMap(({ from, to, inside, typeOnly }) => {
    const layer = layerOf(from)
    if (!layer) return [`${from} stands in no folder of the import table`]
    if (isStyle(to)) return []
    if (!inside)
      return allowsPackage(layer.packages, to) ? [] : [`${from} (${layer.name}) may not import ${to}`]
    const target = layerOf(to.includes('.') ? to : `${to}.ts`) ?? layerOf(`${to}/index.ts`)
    if (!target) return [`${from} imports ${to}, which stands in no folder of the import table`]
    if (target.name === layer.name || layer.layers.includes(target.name)) return []
    if (typeOnly && layer.types?.includes(target.name)) return []
    return [`${from} (${layer.name}) may not import ${to} (${target.name})`]
  })

/** Rings of files that import one another, each named by its files; type-only imports do not count. */
export const cycles = (imports: readonly Import[]): string[][] => {
  const files = new Set(imports.map(({ from }) => from))
  const file = (to: string) =>
    [to, `${to}.ts`, `${to}.tsx`, `${to}/index.ts`].find((candidate) => files.has(candidate))
  const onward = new Map<string, string[]>()
  for (const { from, to, inside, typeOnly } of imports) {
    const target = inside && !typeOnly ? file(to) : undefined
    if (target) onward.set(from, [...(onward.get(from) ?? []), target])
  }
  const done = new Set<string>()
  const found: string[][] = []
  const visit = (node: string, path: string[]) => {
    const at = path.indexOf(node)
    if (at >= 0) {
      found.push(path.slice(at))
      return
    }
    if (done.has(node)) return
    for (const next of onward.get(node) ?? []) visit(next, [...path, node])
    done.add(node)
  }
  for (const node of onward.keys()) visit(node, [])
  return found
}
