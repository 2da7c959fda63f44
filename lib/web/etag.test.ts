import { expect, it } from 'vitest'
import { tagged, taggedFor } from './etag'

const json = { 'Content-Type': 'application/json; charset=utf-8' }
const asked = (headers: Record<string, string> = {}, body = '{"n":1}') =>
  tagged(new Request('http://ledger.example/claims.json', { headers }), body, json)
const tagOf = (response: Response) => response.headers.get('etag') ?? ''

it('answers with the body, a strong tag, and what the answer depends on', async () => {
  const first = asked()
  expect(first.status).toBe(200)
  expect(await first.text()).toBe('{"n":1}')
  expect(first.headers.get('content-type')).toBe(json['Content-Type'])
  expect(first.headers.get('vary')).toBe('Accept-Encoding')
  expect(first.headers.get('cache-control')).toBe('public, no-cache')
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

/** A browser's Request drops the header of a cookie; a server's has it. */
const askedBy = (headers: Record<string, string>) => ({ headers: new Headers(headers) }) as Request
const PERSONAL: Record<string, string>[] = [
  { cookie: 'on-record.session_token=x' },
  { authorization: 'Bearer x' },
]

it.each(PERSONAL)('is the same, for everybody to keep, whoever asks: %o', (headers) => {
  const response = tagged(askedBy(headers), '{"n":1}', json)
  expect(Object.fromEntries(response.headers)).toEqual(Object.fromEntries(asked().headers))
})

it.each(PERSONAL)('lets nobody else keep what depends on who asks: %o', (headers) => {
  const personal = taggedFor(askedBy(headers), '', json)
  expect(personal.headers.get('cache-control')).toBe('private, no-cache')
  expect(personal.headers.get('vary')).toBe('Accept-Encoding, Cookie, Authorization')
  const open = taggedFor(askedBy({}), '', json)
  expect(open.headers.get('cache-control')).toBe('public, no-cache')
  expect(open.headers.get('vary')).toBe('Accept-Encoding, Cookie, Authorization')
})

it('begins the tag of a record with its version', () => {
  expect(tagOf(taggedFor(askedBy({}), '', json, 7))).toMatch(/^"v7-[\w-]{43}"$/)
})
