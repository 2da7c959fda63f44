import { expect, it } from 'vitest'
import { z } from 'zod'
import { maybe } from '../input/parts'
import { inputSchema, outputSchema, unknownFields } from './schema'
import { typeText } from './type-text'

const body = z.intersection(
  z.object({
    name: z.string().describe('how it is called'),
    note: maybe(z.string()),
    kind: z.enum(['a', 'b']).default('a'),
    at: z.coerce.date().optional(),
    items: z.array(z.object({ id: z.string(), n: z.int() })).default([]),
  }),
  z.object({ why: z.string() }),
)

it('reads as fields, one on a line', () => {
  expect(typeText(inputSchema(body))).toBe(
    [
      '{',
      '  name: string  // how it is called',
      '  note?: null | string',
      '  kind?: "a" | "b"',
      '  at?: string',
      '  items?: [{',
      '    id: string',
      '    n: integer',
      '  }]',
      '  why: string',
      '}',
    ].join('\n'),
  )
})

it('is open where an answer may gain fields', () => {
  expect(JSON.stringify(outputSchema(z.object({ a: z.object({ b: z.string() }) })))).not.toContain(
    'additionalProperties',
  )
  expect(typeText(outputSchema(z.object({ a: z.record(z.string(), z.int()), b: z.literal(1) })))).toBe(
    '{\n  a: { … }\n  b: 1\n}',
  )
})

it.each<[unknown, string[]]>([
  [{ name: 'x', why: 'y' }, []],
  [{ nam: 'x' }, ['nam']],
  [{ items: [{ id: 'a' }, { id: 'b', m: 1, o: 2 }] }, ['items.1.m', 'items.1.o']],
  [{ __proto__: null, constructor: 1 }, ['constructor']],
  [JSON.parse('{"__proto__": {"a": 1}}'), ['__proto__']],
  ['text', []],
  [null, []],
  [[1], []],
])('finds fields that nothing reads: %j', (value, fields) => {
  expect(unknownFields(inputSchema(body), value)).toEqual(fields)
})
