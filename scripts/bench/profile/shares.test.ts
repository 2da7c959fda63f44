import { expect, it } from 'vitest'
import { NATIVE } from './places'
import { type Profile, summaryOf } from './shares'

const frame = (functionName: string, url = '') => ({ functionName, url, lineNumber: 0, columnNumber: 0 })

/** A query of ours that calls the client, which calls the database; beside it, React, and time in which nothing ran. */
const profile: Profile = {
  nodes: [
    { id: 1, callFrame: frame('(root)'), children: [2, 5, 6] },
    { id: 2, callFrame: frame('list', 'lib/queries/list.ts'), children: [3] },
    { id: 3, callFrame: frame('query', 'node_modules/better-sqlite3/lib/database.js'), children: [4] },
    { id: 4, callFrame: frame('all') },
    { id: 5, callFrame: frame('render', 'node_modules/next/dist/compiled/react-dom/server.js') },
    { id: 6, callFrame: frame('(idle)') },
  ],
  samples: [2, 4, 4, 5, 6, 6],
  timeDeltas: [1_000, 2_000, 3_000, 2_000, 50_000, 50_000],
}

const placeOf = ({ url, functionName }: { url: string; functionName: string }) =>
  url || (functionName.startsWith('(') ? functionName : NATIVE)

it('gives each owner its own time, native code to its caller, and waiting to nobody', () => {
  expect(summaryOf(profile, placeOf).owners).toEqual([
    ['driver', 5 / 8],
    ['React', 2 / 8],
    ['lib/queries', 1 / 8],
  ])
})

it('gives a file of ours all that it called', () => {
  expect(summaryOf(profile, placeOf).below).toEqual([['lib/queries/list.ts', 6 / 8]])
})
