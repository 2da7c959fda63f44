import { rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, expect, it, vi } from 'vitest'
import { temporaryFolder } from '../../scripts/temporary'

vi.mock('server-only', () => ({}))
const { secretFor } = await import('./secret')

const folder = temporaryFolder('secret')
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterEach(() => vi.unstubAllEnvs())

const url = `file:${join(folder, 'not', 'there', 'ledger.db')}`

it('is made once, in a folder that is made for it, for its owner alone', () => {
  const secret = secretFor(url)
  expect(secret.length).toBeGreaterThanOrEqual(32)
  expect(secretFor(url)).toBe(secret)
  expect(statSync(join(folder, 'not', 'there', 'session-secret')).mode & 0o777).toBe(0o600)
})

it('is the configured one where there is one, itself or in a file', () => {
  const file = join(folder, 'given')
  writeFileSync(file, `${'f'.repeat(32)}\n`)
  vi.stubEnv('BETTER_AUTH_SECRET_FILE', file)
  expect(secretFor(url)).toBe('f'.repeat(32))
  vi.stubEnv('BETTER_AUTH_SECRET', 's'.repeat(32))
  expect(secretFor(url)).toBe('s'.repeat(32))
})

it('is refused where it is short, and where a file of it cannot be read', () => {
  vi.stubEnv('BETTER_AUTH_SECRET', 'short')
  expect(() => secretFor(url)).toThrow('at least 32 characters')
  vi.stubEnv('BETTER_AUTH_SECRET', '')
  vi.stubEnv('BETTER_AUTH_SECRET_FILE', join(folder, 'nowhere'))
  expect(() => secretFor(url)).toThrow('ENOENT')
})
