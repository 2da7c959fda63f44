import { expect, it } from 'vitest'
import { tagged } from './etag'

const json = { 'Content-Type': 'application/json; charset=utf-8' }
const asked = (headers: Record<string, string> = {}, body = '{"n":1}') =>
  tagged(new Request('http://ledger.example/claims.json', { headers }), body, json)
const tagOf = (response: Response) => response.headers.get('etag') ?? ''

it('answers with the body, a strong tag, and what the answer depends on', async () => {
  const first = asked()
  expect(first.status).toBe(200)
  expect(await first.text()).toBe('{"n":1}')
  expect(first.headers.get('content-type')).toBe(json['Content-Type'])
  expect(first.headers.get('vary')).toBe('Accept-Encoding, Cookie, Authorization')
  expect(tagOf(first)).toMatch(/^"[\w-]{43}"$/)
})

it('has the same tag for the same bytes, and another for others', () => {
  expect(tagOf(asked())).toBe(tagOf(asked()))
  expect(tagOf(asked())).not.toBe(tagOf(asked({}, '{"n":2}')))
  expect(tagOf(asked())).not.toBe(tagOf(asked({ 'accept-encoding': 'gzip' })))
})

const tag = tagOf(asked())

it.each<[string, number]>([
  [tag, 304],
  [`W/${tag}`, 304],
  [`"other", ${tag}`, 304],
  [`"a, b",W/${tag} , "c"`, 304],
  ['*', 304],
  [' * ', 304],
  ['"other"', 200],
  ['"*"', 200],
  [tag.slice(1, -1), 200],
  ['"', 200],
  ['', 200],
])('If-None-Match: %s answers %i', async (known, status) => {
  const again = asked({ 'if-none-match': known })
  expect(again.status).toBe(status)
  expect(tagOf(again)).toBe(tag)
  expect(again.headers.has('cache-control')).toBe(true)
  expect((await again.text()) === '').toBe(status === 304)
})

it('lets nobody else keep what was asked for with a session or a key', () => {
  expect(asked().headers.get('cache-control')).toBe('public, no-cache')
  expect(asked({ authorization: 'Bearer x' }).headers.get('cache-control')).toBe('private, no-cache')
})

it('takes any cookie for a session', () => {
  // A browser's Request drops the header; a server's has it.
  const request = { headers: new Headers([['cookie', 'on-record.session_token=x']]) } as Request
  expect(tagged(request, '', json).headers.get('cache-control')).toBe('private, no-cache')
})
