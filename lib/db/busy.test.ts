import { expect, it } from 'vitest'
import { whenFree } from './busy'

const busy = Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' })
const wrapped = Object.assign(new Error('timeout'), { cause: { originalCode: 'SQLITE_BUSY_RECOVERY' } })

it('tries until the file is free', async () => {
  const answers = [busy, wrapped, busy]
  const attempt = () => {
    const error = answers.pop()
    if (error) throw error
    return 'done'
  }
  expect(await whenFree(attempt)).toBe('done')
})

it('gives up after its patience, and at once on anything else', async () => {
  let tries = 0
  const attempt = (error: Error) => () => {
    tries++
    throw error
  }
  await expect(whenFree(attempt(busy), 1_000)).rejects.toBe(busy)
  expect(tries).toBeGreaterThan(2)
  tries = 0
  const other = new Error('no such table')
  await expect(whenFree(attempt(other), 50)).rejects.toBe(other)
  expect(tries).toBe(1)
})
