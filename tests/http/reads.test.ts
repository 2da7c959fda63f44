/** How much one address may read, at a server that counts. */
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { serve } from '../../scripts/serve'

let served: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  served = await serve(inject('siteDatabase'), { READ_LIMITS: 'on' })
})
afterAll(() => served?.stop())

const ask = (path: string, address: string) =>
  fetch(served.site + path, { headers: { 'X-Forwarded-For': address } })

/** Answers to so many requests of one address, several at a time, counted by their status. */
const asked = async (path: string, times: number, address: string): Promise<Record<number, number>> => {
  const counts: Record<number, number> = {}
  let left = times
  const lane = async () => {
    while (left-- > 0) {
      const response = await ask(path, address)
      await response.arrayBuffer()
      counts[response.status] = (counts[response.status] ?? 0) + 1
    }
  }
  await Promise.all(Array.from({ length: 8 }, lane))
  return counts
}

/** One way past the proxy and one through it. */
it.each([
  ['/topics.json', 600],
  ['/v1alpha1/claims:search?query=x', 300],
])('is counted, and the rest is told when to go on: %s', async (path, most) => {
  expect(await asked(path, most + 3, '192.0.2.7')).toEqual({ 200: most, 429: 3 })
  const held = await ask(path, '192.0.2.7')
  expect(Number(held.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await held.json()).toMatchObject({ status: 429, detail: expect.stringMatching(/Too many requests/) })
  expect((await ask(path, '192.0.2.8')).status).toBe(200)
  expect((await ask('/claims', '192.0.2.7')).status).toBe(200)
})
