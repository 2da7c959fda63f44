import { afterEach, expect, it, vi } from 'vitest'
import { foreign, sameOrigin } from './origin'

const asked = (headers: Record<string, string>) =>
  sameOrigin(new Request('http://10.0.0.7:3000/x', { method: 'POST', headers }))

afterEach(() => vi.unstubAllEnvs())

it.each<[Record<string, string>, boolean]>([
  [{ 'sec-fetch-site': 'same-origin' }, true],
  [{ 'sec-fetch-site': 'none' }, true],
  [{ 'sec-fetch-site': 'same-site' }, false],
  [{ 'sec-fetch-site': 'cross-site', origin: 'http://10.0.0.7:3000', host: '10.0.0.7:3000' }, false],
  [{ origin: 'http://10.0.0.7:3000', host: '10.0.0.7:3000' }, true],
  [{ origin: 'https://Ledger.example', host: 'ledger.example' }, true],
  [{ origin: 'http://10.0.0.7:4000', host: '10.0.0.7:3000' }, false],
  [{ origin: 'https://ledger.example.evil.test', host: 'ledger.example' }, false],
  [{ origin: 'null', host: '10.0.0.7:3000' }, false],
  [{ origin: 'garbage', host: 'garbage' }, false],
  [{ host: '10.0.0.7:3000' }, false],
  [{}, false],
])('%o: %s', (headers, answer) => {
  expect(asked(headers)).toBe(answer)
})

it('accepts the configured address where a proxy changed the host', () => {
  vi.stubEnv('SITE_URL', 'https://record.example/')
  expect(asked({ origin: 'https://record.example', host: '127.0.0.1:3000' })).toBe(true)
  expect(asked({ origin: 'https://other.example', host: '127.0.0.1:3000' })).toBe(false)
})

it('answers the rest with 403 and a sentence', async () => {
  expect(foreign().status).toBe(403)
  expect(await foreign().text()).toContain('nothing was changed')
})
