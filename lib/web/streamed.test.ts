import { afterEach, describe, expect, it, vi } from 'vitest'
import { streamed } from './streamed'

const JSONL = { 'Content-Type': 'application/jsonl' }
const asked = (method = 'GET') => new Request('http://ledger.example/claims.jsonl', { method })

/** Pieces that are counted as they are made, and a note of whether the making was ended. */
const making = (n: number, fails = Number.POSITIVE_INFINITY) => {
  const made = { pieces: 0, ended: false }
  async function* pieces(): AsyncGenerator<string> {
    try {
      for (let i = 0; i < n; i++) {
        if (i === fails) throw new Error('The database is gone.')
        made.pieces++
        yield `${i}\n`
      }
    } finally {
      made.ended = true
    }
  }
  return { made, answer: (method?: string) => streamed(asked(method), pieces(), JSONL) }
}
const rest = () => new Promise((resolve) => setTimeout(resolve, 5))

afterEach(() => {
  vi.useRealTimers()
})

describe('an answer in pieces', () => {
  it.each([
    [0, ''],
    [1, '0\n'],
  ])('of %i pieces is whole, with its tag', async (n, text) => {
    const response = await making(n).answer()
    expect(response.headers.get('etag')).toBeTruthy()
    expect(await response.text()).toBe(text)
  })

  it('of many holds all of them, in their order, and is kept by nobody', async () => {
    const { made, answer } = making(500)
    const response = await answer()
    expect(response.headers.get('etag')).toBeNull()
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('content-type')).toBe('application/jsonl')
    const text = await response.text()
    expect(text).toBe(Array.from({ length: 500 }, (_, i) => `${i}\n`).join(''))
    expect(made).toEqual({ pieces: 500, ended: true })
  })

  it('makes no more than its reader takes', async () => {
    const { made, answer } = making(Number.POSITIVE_INFINITY)
    const reader = (await answer()).body?.getReader() ?? expect.fail('no body')
    await rest()
    expect(made.pieces).toBeLessThanOrEqual(3)
    for (let i = 0; i < 10; i++) await reader.read()
    await rest()
    expect(made.pieces).toBeLessThanOrEqual(13)
    await reader.cancel()
    expect(made.ended).toBe(true)
  })

  it('makes nothing for who asks only what there is', async () => {
    const { made, answer } = making(500)
    const response = await answer('HEAD')
    expect(await response.text()).toBe('')
    expect(made).toEqual({ pieces: 2, ended: true })
  })

  it('breaks off where something fails, so that a part is not taken for the whole', async () => {
    await expect((await making(10, 5).answer()).text()).rejects.toThrow('The database is gone.')
  })

  it('is refused while too many are being sent, until one has gone', async () => {
    const many = await Promise.all(Array.from({ length: 8 }, () => making(100).answer()))
    expect(many.map(({ status }) => status)).toEqual(Array(8).fill(200))
    const { made, answer } = making(100)
    const refused = await answer()
    expect(refused.status).toBe(503)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await refused.json()).detail).toMatch(/exports/)
    expect(made.ended).toBe(true)
    expect((await making(1).answer()).status).toBe(200)
    await many[0]?.body?.cancel()
    expect(await (await making(3).answer()).text()).toBe('0\n1\n2\n')
    for (const response of many.slice(1)) await response.text()
  })

  it('does not wait for ever for a reader who has stopped', async () => {
    vi.useFakeTimers()
    const { made, answer } = making(Number.POSITIVE_INFINITY)
    const reader = (await answer()).body?.getReader() ?? expect.fail('no body')
    await reader.read()
    await vi.advanceTimersByTimeAsync(59_000)
    expect(made.ended).toBe(false)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(made.ended).toBe(true)
    await expect(reader.read().then(() => reader.read())).rejects.toThrow('stopped reading')
  })
})
