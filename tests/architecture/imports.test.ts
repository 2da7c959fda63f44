import { expect, it } from 'vitest'
import { cycles, importsOf, sourceFiles, violations } from './imports'

const folders = ['lib', 'app', 'seeds', 'scripts']
const all = folders.flatMap(sourceFiles).filter((path) => !/\.(test|bench)\.tsx?$/.test(path))

it('follows the import table, everywhere', () => {
  expect(all.length).toBeGreaterThan(50)
  expect(violations(all.flatMap((path) => importsOf(path)))).toEqual([])
})

it('has no ring of files that import one another', () => {
  expect(cycles(all.flatMap((path) => importsOf(path)))).toEqual([])
})

it.each([
  ['lib/domain/planted.ts', "import { getDatabase } from '../db/client'"],
  ['lib/domain/planted.ts', "import fs from 'node:fs'"],
  ['lib/queries/planted.ts', "export { recordClaim } from '@/lib/commands/claims/record'"],
  ['lib/commands/planted.ts', "const q = await import('../queries/claims/list')"],
  ['app/_kit/planted.tsx', "import { StatusBadge } from '@/app/_ledger/status-badge'"],
  ['app/_ledger/planted.tsx', "import { listClaims } from '@/lib/queries/claims/list'"],
  ['app/claims/planted.tsx', "import { openDatabase } from '@/lib/db/client'"],
  ['app/claims/planted.tsx', "import { recordClaim } from '@/lib/commands/claims/record'"],
  ['elsewhere/planted.ts', "import { z } from 'zod'"],
])('finds a planted violation in %s: %s', (path, text) => {
  expect(violations(importsOf(path, text))).toHaveLength(1)
})

it('lets types through only where the table says so', () => {
  const type = "import type { ClaimRow } from '@/lib/queries/views'"
  expect(violations(importsOf('app/_ledger/planted.tsx', type))).toEqual([])
  expect(violations(importsOf('app/_kit/planted.tsx', type))).toHaveLength(1)
})

it('finds a planted ring', () => {
  const imports = [
    ...importsOf('lib/domain/a.ts', "import { b } from './b'"),
    ...importsOf('lib/domain/b.ts', "import { a } from './a'"),
  ]
  expect(cycles(imports)).toHaveLength(1)
})
