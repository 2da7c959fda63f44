import { expect, it } from 'vitest'
import { ownerOf } from './owner'

it.each([
  ['lib/queries/claims/list.ts', 'lib/queries'],
  ['app/claims/view.tsx', 'app/claims'],
  ['app/layout.tsx', 'app/layout.tsx'],
  ['proxy.ts', 'proxy.ts'],
  ['lib/db/generated/sqlite/client.ts', 'Prisma'],
  ['wasm://wasm/00b4c3de', 'Prisma'],
  ['node_modules/@prisma/client/runtime/client.js', 'Prisma'],
  ['node_modules/better-sqlite3/lib/database.js', 'driver'],
  ['node_modules/next/dist/compiled/next-server/app-page-turbo.runtime.prod.js', 'React and Next, bundled'],
  ['node_modules/next/dist/server/base-server.js', 'Next'],
  ['node_modules/use-intl/dist/esm/production/react.js', 'messages (next-intl)'],
  ['node_modules/@tanstack/table-core/dist/utils.js', '@tanstack/table-core'],
  ['node:internal/streams/writable', 'Node'],
  ['(garbage collector)', '(garbage collector)'],
])('%s is of %s', (place, owner) => {
  expect(ownerOf(place)).toBe(owner)
})
