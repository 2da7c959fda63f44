/** An archive leaves nothing out without saying so: every table and column of the schema is in it, or named as left out. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ARCHIVE_TABLES, COUNTERS, LEFT_OUT } from '../../lib/db/archive/tables'
import { VERSION } from '../../lib/domain/version'

const schema = readFileSync('prisma/schema.prisma', 'utf8')
const TYPES: Record<string, string> = {
  String: 'text',
  Int: 'int',
  BigInt: 'bigint',
  Float: 'real',
  Boolean: 'bool',
  DateTime: 'date',
}

/** The columns of each model as they stand in the schema: `name:type?`. */
const models = new Map(
  [...schema.matchAll(/^model (\w+) \{(.*?)^\}/gms)].map(([, name = '', body = '']) => [
    name,
    body.split('\n').flatMap((line) => {
      const [, column, type = '', nullable = ''] = /^ {2}(\w+)\s+(\w+)(\?)?/.exec(line) ?? []
      if (!column || !TYPES[type]) return []
      return [`${column}:${line.includes('// JSON') ? 'json' : TYPES[type]}${nullable}`]
    }),
  ]),
)

it('every table of the schema is in lib/db/archive/tables.ts, or left out there with the reason', () => {
  const known = [...ARCHIVE_TABLES.map(({ table }) => table), ...Object.keys(LEFT_OUT)]
  expect([...known].sort()).toEqual([...models.keys()].sort())
})

it.each(ARCHIVE_TABLES.map((one) => [one.table, one] as const))(
  'every column of %s is in the archive, or a counter',
  (table, { columns }) => {
    const kept = columns.map(({ name, type, nullable }) => `${name}:${type}${nullable ? '?' : ''}`)
    const counters = (COUNTERS[table] ?? []).map((name) => `${name}:int`)
    expect([...kept, ...counters].sort()).toEqual([...(models.get(table) ?? [])].sort())
  },
)

it('docs/archive.md names every file, and every table that is left out', () => {
  const page = readFileSync('docs/archive.md', 'utf8')
  const names = [...ARCHIVE_TABLES.map(({ path }) => path), ...Object.keys(LEFT_OUT)]
  expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
})

it('the version that archives carry is the one of package.json', () => {
  expect(VERSION).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version)
})
