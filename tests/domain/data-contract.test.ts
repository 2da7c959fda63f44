/** Others build on the fields of our data: none is ever taken away or changed, and a new one is promised too. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { DOCUMENTS } from '../../lib/domain/data'
import { fieldsOf } from '../support/data-fields'

/** Lines are added to this file with new fields, and never removed while the version of the shapes is 1. */
const PROMISED = readFileSync('tests/domain/data-contract.txt', 'utf8').split('\n').filter(Boolean)

const fields = Object.entries(DOCUMENTS).flatMap(([kind, document]) =>
  fieldsOf(document).map(({ path, type }) => `${kind}: ${path} ${type}`),
)

it('keeps every field that was promised, with its type', () => {
  expect(PROMISED.length).toBeGreaterThan(300)
  expect(PROMISED.filter((line) => !fields.includes(line))).toEqual([])
})

it('promises every field that it has', () => {
  expect(fields.filter((line) => !PROMISED.includes(line))).toEqual([])
})

it('says of every field what it means', () => {
  for (const [kind, document] of Object.entries(DOCUMENTS))
    for (const { path, means } of fieldsOf(document)) expect(means, `${kind}: ${path}`).not.toBe('')
})
