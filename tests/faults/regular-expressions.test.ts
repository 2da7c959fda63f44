/** No regular expression of the source can be made to run for ever: each is analysed, and the worst text for it found. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import { check } from 'recheck'
import { expect, it } from 'vitest'

/** Every regular expression, with the file that it stands in. */
const expressions = (): Map<string, { source: string; flags: string; file: string }> => {
  const found = new Map<string, { source: string; flags: string; file: string }>()
  const files = ['app', 'lib', 'scripts'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  for (const file of [...files, 'proxy.ts', 'next.config.ts']) {
    if (!/\.tsx?$/.test(file) || /generated|\.test\./.test(file)) continue
    new Visitor({
      Literal: (node) => {
        if (!('regex' in node)) return
        const { pattern: source, flags } = node.regex
        found.set(`/${source}/${flags}`, { source, flags, file })
      },
    }).visit(parseSync(file, readFileSync(file, 'utf8')).program)
  }
  return found
}

/** Milliseconds for one; what is not decided by then has no short attack. */
const PATIENCE = 4_000

const isHarmless = async (source: string, flags: string): Promise<boolean> => {
  const result = await check(source, flags, { timeout: PATIENCE })
  if (result.status !== 'vulnerable') return true
  // A square of what one field or cell may hold is still quick: forms, cells and addresses are bounded.
  return result.complexity.type === 'polynomial' && result.complexity.degree <= 2
}

it('no expression is exponential, or worse than a square', async () => {
  const bad: string[] = []
  for (const [text, { source, flags, file }] of expressions())
    if (!(await isHarmless(source, flags))) bad.push(`${file}: ${text}`)
  expect(bad).toEqual([])
})

it('would find one that is', async () => {
  expect(await isHarmless('^(a+)+$', '')).toBe(false)
  expect(await isHarmless('^a+$', '')).toBe(true)
})
