/** Every sentence with which something is refused is said in every language. */
import { describe, expect, it } from 'vitest'
import { sayRefusals } from '@/lib/domain/refusal-words'
import ar from '@/messages/ar.refusals.json'
import { refusalSentences, sentencesIn } from '../support/refusal-sentences'

const inSource = refusalSentences()

const places = (text: string) => [...new Set(text.match(/\{\d\}/g))].sort()

describe('sentences of refusals', () => {
  it('are found in the source', () => {
    const source = `
      stop({ code: 'gone', sentence: 'This is gone already.' })
      const at = (n: number) => refuse('invalid', n > 1 ? \`The id “\${n}” is taken by \${n} others.\` : 'It is not free.')
      throw new TypeError('This is a bug and no refusal.')
      const key = 'no sentence'`
    expect(sentencesIn('a.ts', source)).toEqual([
      'This is gone already.',
      'The id “{0}” is taken by {1} others.',
      'It is not free.',
    ])
    expect(inSource.length).toBeGreaterThan(200)
  })

  describe.each(Object.entries({ ar }))('in %s', (code, table) => {
    it('are those of the source: none is missing, and none is left over', () => {
      expect(Object.keys(table.sentences).sort()).toEqual([...inSource].sort())
    })
    it('take what the English ones take', () => {
      const differing = Object.entries(table.sentences).filter(
        ([key, said]) => `${places(key)}` !== `${places(said)}`,
      )
      expect(differing).toEqual([])
    })
    it('are found again with whatever was put in', () => {
      const say = sayRefusals(table, code)
      for (const key of Object.keys(table.sentences)) {
        const sentence = key.replace(/\{(\d)\}/g, (_, i) => `${Number(i) + 7}`)
        expect(say(sentence), key).not.toBe(sentence)
      }
    })
  })
})
