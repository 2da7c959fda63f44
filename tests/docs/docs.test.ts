/** What the documentation says is what the code has. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { CLAIM_COLUMNS, CLAIM_KEYS, CLAIM_SORTS, SOURCE_SORTS, SPEAKER_SORTS } from '../../lib/domain/query'
import { FAMILY_NAMES, FLAGS, STATUSES } from '../../lib/domain/sourcing/types'
import { SOURCE_STATUSES, SPEAKER_KINDS } from '../../lib/domain/vocabulary'

const read = (path: string) => readFileSync(path, 'utf8')
const addresses = read('docs/addresses.md')

it.each([
  ['key', Object.keys(CLAIM_KEYS)],
  ['status', [...STATUSES, 'unsupported']],
  ['family', FAMILY_NAMES],
  ['flag', FLAGS.filter((flag) => flag !== 'named_speaker_on_background')],
  ['sort', ['relevance', ...CLAIM_SORTS, ...SPEAKER_SORTS, ...SOURCE_SORTS]],
  ['column', CLAIM_COLUMNS],
  ['kind of speaker', SPEAKER_KINDS],
  ['status of a source', SOURCE_STATUSES],
])('docs/addresses.md names every %s', (_what, values) => {
  expect(values.filter((value) => !addresses.includes(`\`${value}\``))).toEqual([])
})

it('every command of package.json that people run is in the README', () => {
  const readme = read('README.md')
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  for (const name of [
    'seed',
    'user',
    'export',
    'import',
    'backup',
    'restore',
    'derive',
    'migration',
    'bench',
  ]) {
    expect(Object.keys(scripts)).toContain(name)
    expect(readme).toContain(`npm run ${name}`)
  }
})

it('every link to a file leads to one', () => {
  const pages = [
    'README.md',
    ...readdirSync('docs')
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ]
  for (const page of pages)
    for (const [, target] of read(page).matchAll(/\]\((?!https?:)([^)#]+)\)/g)) {
      const folder = page.includes('/') ? 'docs/' : ''
      expect(existsSync(folder + target), `${page} → ${target}`).toBe(true)
    }
})

it('decisions are dated, and numbered once', () => {
  const names = readdirSync('docs/decisions')
  expect(new Set(names.map((name) => name.slice(0, 4))).size).toBe(names.length)
  for (const name of names) {
    expect(name).toMatch(/^\d{4}-[a-z0-9-]+\.md$/)
    expect(read(`docs/decisions/${name}`)).toMatch(/\b20\d\d-\d\d-\d\d\b/)
  }
})
