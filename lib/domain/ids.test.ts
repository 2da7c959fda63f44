import { afterEach, expect, it, vi } from 'vitest'
import { newId } from './ids'

afterEach(() => {
  vi.useRealTimers()
})

it('makes ids of 20 small letters and digits, each after the one before it', () => {
  const ids = Array.from({ length: 20_000 }, newId)
  for (const id of ids) expect(id).toMatch(/^[0-9a-z]{20}$/)
  expect(ids).toEqual([...new Set(ids)].sort())
})

it('sorts by time, also when the clock is set back', () => {
  vi.useFakeTimers()
  vi.setSystemTime(Date.UTC(2100, 0, 1))
  const before = newId()
  vi.setSystemTime(Date.UTC(2026, 0, 1))
  const after = newId()
  expect(after > before).toBe(true)
  vi.setSystemTime(Date.UTC(2100, 0, 2))
  expect(newId() > after).toBe(true)
})

it('goes on after the last random part of a millisecond', async () => {
  vi.resetModules()
  const random = vi.spyOn(crypto, 'getRandomValues').mockImplementation((bytes) => {
    ;(bytes as Uint8Array).fill(251)
    return bytes
  })
  vi.useFakeTimers()
  vi.setSystemTime(Date.UTC(2026, 10, 24))
  const fresh = await import('./ids')
  const first = fresh.newId()
  const second = fresh.newId()
  random.mockRestore()
  expect(first.slice(9)).toBe('z'.repeat(11))
  expect(second > first).toBe(true)
})
