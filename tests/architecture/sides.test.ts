/** Pages are laid out from start to end, never from left to right, so that they turn round with the language. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

/** Classes that name a side: ml-2, pr-4, border-l, text-left, right-0. */
const SIDED =
  /(?<![\w-])-?(?:[mp][lr]-(?:auto|[\d[])|border-[lr](?![a-z])|rounded-[lr](?![a-z])|text-(?:left|right)(?![\w-])|(?:left|right)-[\d[])/g

const sidesIn = (text: string): string[] => text.match(SIDED) ?? []

it('finds a side', () => {
  expect(sidesIn('"mb-2 ml-2 sm:pr-[3px] -left-2 border-l-2 border-rule text-left print plain"')).toEqual([
    'ml-2',
    'pr-[',
    '-left-2',
    'border-l',
    'text-left',
  ])
})

it('has pages without sides', () => {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.tsx'),
  )
  const sided = files.flatMap((file) =>
    sidesIn(readFileSync(join('app', file), 'utf8')).map((name) => `app/${file}: ${name}; use start and end`),
  )
  expect(sided).toEqual([])
})
