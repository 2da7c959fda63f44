/** docs/data.md and docs/data-fields.md say what the shapes have. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { z } from 'zod'
import {
  COLUMNS,
  changeItem,
  claimData,
  claimItem,
  claimRef,
  claimVersion,
  comparisonData,
  DOCUMENTS,
  historyEntry,
  matrixData,
  overTimeData,
  sourceData,
  sourceItem,
  sourceRef,
  speakerData,
  speakerItem,
  speakerRef,
  topicData,
  topicItem,
  topicRef,
} from '../../lib/domain/data'
import { type Field, fieldsOf } from '../support/data-fields'

/** What is described once and referred to elsewhere, by the description that it carries there. */
const SHARED: [title: string, shape: z.ZodType][] = [
  ['A speaker, named', speakerRef],
  ['A source, named', sourceRef],
  ['A topic, named', topicRef],
  ['A claim, named', claimRef],
  ['Something that happened', historyEntry],
]
const LISTED: [title: string, row: z.ZodType, whole: z.ZodType | null][] = [
  ['A claim', claimItem, claimData],
  ['A version of a claim', claimVersion, null],
  ['A speaker', speakerItem, speakerData],
  ['A source', sourceItem, sourceData],
  ['A topic', topicItem, topicData],
  ['The matrix of speakers and statuses', matrixData, null],
  ['Claims over time', overTimeData, null],
  ['A comparison', comparisonData, null],
  ['Something that happened in public', changeItem, null],
]

/** Fields of the shared shapes are left out where they stand within another. */
const sharedKeys = SHARED.map(([, shape]) => fieldsOf(shape).map(({ path }) => path))
const isShared = (fields: readonly Field[], { path }: Field): boolean =>
  sharedKeys.some((keys) =>
    keys.some((key) => {
      if (!path.endsWith(`.${key}`)) return false
      const base = path.slice(0, -key.length)
      return keys.every((other) => fields.some((field) => field.path === base + other))
    }),
  )

const table = (fields: readonly Field[]): string =>
  [
    '| field | type | means |',
    '| --- | --- | --- |',
    ...fields.map(({ path, type, means }) => `| \`${path}\` | ${type.replaceAll('"', '`')} | ${means} |`),
  ].join('\n')

const own = (shape: z.ZodType, without: z.ZodType | null = null): Field[] => {
  const fields = fieldsOf(shape)
  const known = new Set(without ? fieldsOf(without).map(({ path }) => path) : [])
  return fields.filter((field) => !known.has(field.path) && !isShared(fields, field))
}

const page = () =>
  [
    '# Fields of data',
    'Made of the shapes in `lib/domain/data`, in the words in which they are described there. How they are asked for: [data.md](data.md).',
    ...SHARED.flatMap(([title, shape]) => [`## ${title}`, table(fieldsOf(shape))]),
    ...LISTED.flatMap(([title, row, whole]) => [
      `## ${title}`,
      table(own(row)),
      ...(whole ? [`Its own document has besides:`, table(own(whole, row))] : []),
    ]),
  ].join('\n\n')

it('docs/data-fields.md is made of the shapes (vitest -u writes it anew)', async () => {
  await expect(`${page()}\n`).toMatchFileSnapshot('../../docs/data-fields.md')
})

it('docs/data.md names every kind of document, and the version', () => {
  const text = readFileSync('docs/data.md', 'utf8')
  for (const kind of Object.keys(DOCUMENTS)) expect(text).toContain(`\`${kind}\``)
  for (const member of ['version', 'kind', 'links', 'total', 'dropped', 'data'])
    expect(text).toContain(`\`${member}\``)
})

it('tables have only columns that are fields of their records', () => {
  const rows = { claims: claimItem, speakers: speakerItem, sources: sourceItem, topics: topicItem }
  for (const [list, row] of Object.entries(rows)) {
    const paths = fieldsOf(row).map(({ path }) => path)
    expect(COLUMNS[list as keyof typeof COLUMNS].filter((column) => !paths.includes(column))).toEqual([])
  }
})
