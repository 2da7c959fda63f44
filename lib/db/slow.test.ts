import fc from 'fast-check'
import { expect, it } from 'vitest'
import { plainStatement, Slowest } from './slow'

it.each([
  ['SELECT "a"\n  FROM t WHERE b = ?', 'SELECT "a" FROM t WHERE b = ?'],
  ["WHERE c = 'it''s marked' AND d = 5", "WHERE c = '…' AND d = 5"],
  ["WHERE c = 'marked and cut", "WHERE c = '…'"],
  ['id IN (?,?,?) AND x IN ($1, $2,$3)', 'id IN (…) AND x IN (…)'],
  ['VALUES (?,?), (?,?), (?,?)', 'VALUES (…)'],
  ['id IN (?)', 'id IN (?)'],
  ['SELECT `main`.`Topic`.`id` FROM "public"."Topic"', 'SELECT `Topic`.`id` FROM "Topic"'],
])('%j is kept as %j', (sql, kept) => {
  expect(plainStatement(sql)).toBe(kept)
})

it('keeps no value that stands in quotation marks, whatever it is', () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      const sql = plainStatement(`SELECT 1 WHERE a = '${value.replaceAll("'", "''")}' AND b = 2`)
      expect(sql).toBe("SELECT 1 WHERE a = '…' AND b = 2")
    }),
  )
})

it('keeps the slowest, with how often and how long', () => {
  const slowest = new Slowest(0, 2)
  for (const [sql, ms] of [
    ['a', 10],
    ['b', 30],
    ['a', 20],
    ['c', 5],
    ['d', 25],
  ] as const)
    slowest.note(sql, ms)
  expect(
    slowest.list().map(({ sql, times, longestMs, totalMs }) => [sql, times, longestMs, totalMs]),
  ).toEqual([
    ['b', 1, 30, 30],
    ['d', 1, 25, 25],
  ])
})
