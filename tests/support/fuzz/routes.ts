/** Every address of the site, found from the tree of the project and from its tables, and every field that it reads. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { OPERATIONS } from '../../../lib/domain/api'

const APP = fileURLToPath(new URL('../../../app', import.meta.url))
const LIB = fileURLToPath(new URL('../../../lib', import.meta.url))

export interface Route {
  /** With its parameters in brackets: `/claims/[slug]`. */
  path: string
  /** Those that it answers; a page is read. */
  methods: string[]
}

const METHOD = /export (?:const|async function|function) (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/g

const inTree = (): Route[] =>
  readdirSync(APP, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
    .map((file) => {
      const path = `/${file.replace(/\/?(page\.tsx|route\.ts)$/, '')}`
      const methods = file.endsWith('.tsx')
        ? ['GET']
        : [...readFileSync(join(APP, file), 'utf8').matchAll(METHOD)].map(([, name]) => name ?? '')
      return { path, methods: methods.length > 0 ? methods : ['GET', 'POST'] }
    })

/** Forms of data have addresses that no folder of the tree says (next.config.ts). */
const twins = (): Route[] =>
  ['claims', 'speakers', 'sources', 'topics'].flatMap((folder) =>
    ['json', 'jsonl', 'csv', 'atom', 'feed.json'].flatMap((form) => [
      { path: `/${folder}.${form}`, methods: ['GET'] },
      { path: `/${folder}/[slug].${form}`, methods: ['GET'] },
    ]),
  )

/** Operations of the API, from the table that its router follows. */
const operations = (): Route[] =>
  Object.values(OPERATIONS).map(({ method, path }) => ({
    path: `/api/v1${path.replace(/\{(\w+)\}/g, '[$1]')}`,
    methods: [method],
  }))

/** All of them, in a fixed order. */
export const routes = (): Route[] =>
  [...inTree(), ...twins(), ...operations()].sort((a, b) => (a.path < b.path ? -1 : 1))

const NAMES = [
  /name="([\w.]{1,40})"/g,
  /one\(values, '([\w.]{1,40})'\)/g,
  /\.get\('(\w{1,40})'\)/g,
  /^\s{2}(\w{1,30}): (?:z\.|id|line|prose|text)/gm,
]

/** Names of fields, parameters and members that the sources read, so that hostile values reach code behind them. */
export const fieldNames = (): string[] => {
  const found = new Set<string>()
  for (const root of [APP, LIB])
    for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(file) || file.includes('generated') || file.includes('.test.')) continue
      const text = readFileSync(join(root, file), 'utf8')
      for (const pattern of NAMES) for (const [, name] of text.matchAll(pattern)) if (name) found.add(name)
    }
  return [...found].sort()
}
