import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FORM_LIMITS, flattened, nested, one, readForm } from './form'

describe('a posted form', () => {
  it('is read as objects and lists, with gaps closed', () => {
    const values = readForm([
      ['statement', 'A'],
      ['evidence.4.target', 'B'],
      ['evidence.1.target', 'C'],
      ['evidence.1.note', 'D'],
      ['speaker.text', 'E'],
    ])
    expect(nested(values ?? {})).toEqual({
      statement: 'A',
      evidence: [{ target: 'C', note: 'D' }, { target: 'B' }],
      speaker: { text: 'E' },
    })
  })

  it('keeps every value of a field, and means the last', () => {
    const values = readForm([
      ['a', '1'],
      ['a', '2'],
    ])
    expect(values?.a).toEqual(['1', '2'])
    expect(one(values ?? {}, 'a')).toBe('2')
    expect(one(values ?? {}, 'b')).toBe('')
  })

  it('leaves out files and names that could reach a prototype', () => {
    const values = readForm([
      ['__proto__.x', '1'],
      ['a.__proto__', '1'],
      ['constructor', 'kept as a plain field'],
      ['file', new Blob(['x'])],
      ['', '1'],
    ])
    expect(Object.keys(values ?? {})).toEqual(['constructor'])
    expect(nested(values ?? {})).toEqual({ constructor: 'kept as a plain field' })
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })

  it('is refused where it is too large', () => {
    expect(readForm([['a', 'x'.repeat(FORM_LIMITS.characters + 1)]])).toBeNull()
    const many = Array.from({ length: FORM_LIMITS.fields + 1 }, (_, i): [string, string] => [
      `a.${i % 900}`,
      '',
    ])
    expect(readForm(many)).toBeNull()
  })

  it('never throws on anything, and comes back as it was flattened', () => {
    const text = fc.string({ minLength: 1 })
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string())), (entries) => {
        const values = readForm(entries)
        expect(() => nested(values ?? {})).not.toThrow()
      }),
    )
    const shape = fc.record({
      statement: text,
      speaker: fc.record({ text, id: text }),
      evidence: fc.array(fc.record({ note: text, target: fc.record({ text }) }), {
        minLength: 1,
        maxLength: 12,
      }),
    })
    fc.assert(
      fc.property(shape, (value) => {
        expect(nested(flattened(value))).toEqual(value)
      }),
    )
  })
})
