import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import messages from '@/messages/en.json'

const KIND =
  /'(?:claim|comment|group|import|ledger|link|report|review|scale|source|speaker|topic|user|webhook)\.[a-z_]+'/g

/** Every kind of event that a command writes, as it stands in the code: `claim.edited`, … */
const written = readdirSync('lib/commands', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => readFileSync(join('lib/commands', file), 'utf8').match(KIND) ?? [])
  .map((quoted) => quoted.slice(1, -1))

const said = (kind: string): unknown =>
  kind
    .split('.')
    .reduce<unknown>((words, key) => (words as Record<string, unknown> | undefined)?.[key], messages.history)

describe('the words of the history', () => {
  it('are found in the code', () => {
    expect(new Set(written).size).toBeGreaterThan(40)
  })
  it.each([...new Set(written)])('say %s', (kind) => {
    expect(said(kind)).toEqual(expect.stringContaining('{actor}'))
  })
})
