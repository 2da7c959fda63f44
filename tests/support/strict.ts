/** A test that makes the code complain fails: nothing is written to the console unless a test expects it. */
import { afterEach, beforeEach, expect, vi } from 'vitest'

beforeEach(() => {
  for (const level of ['error', 'warn'] as const) vi.spyOn(console, level)
})

afterEach(() => {
  for (const level of ['error', 'warn'] as const) {
    const spy = vi.mocked(console[level])
    const calls = spy.mock.calls.map((call) => call.map(String).join(' '))
    spy.mockRestore()
    expect(calls, `console.${level} was called`).toEqual([])
  }
})
