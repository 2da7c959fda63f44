import fc from 'fast-check'
import { expect, it } from 'vitest'
import { plainText } from './plain'

const plain = (text: string) => plainText(text).replace(/\s+/g, ' ').trim()

it.each([
  ['a statement stays as it is', 'Prices fell 5.5% in 2024.', 'Prices fell 5.5% in 2024.'],
  ['links go', 'Read it https://example.org/a?b=c#d now', 'Read it now'],
  ['links without a scheme go', 'Read www.example.org or example.org/a, now', 'Read or now'],
  ['links go that are glued to a word', 'on camera #Alderpic.twitter.com/TvRkHvlgby', 'on camera Alder'],
  ['tags become words', 'Out! #DefundTheBBC2019 #so_what', 'Out! Defund The BBC 2019 so what'],
  ['handles are names', '.@AdaBrandt wins', '. Ada Brandt wins'],
  ['the date of a signature goes', 'It is so. — Ada (@ada_b) January 6, 2020', 'It is so. — Ada ( ada b )'],
  ['in any language', 'So ist es. — Ada (@ada) 6. Jänner 2020', 'So ist es. — Ada ( ada )'],
  ['without a handle too', 'It is so. — Ada Brandt February 25, 2016', 'It is so. — Ada Brandt'],
  ['a date that is said stays', 'It was 5% on January 6, 2020', 'It was 5% on January 6, 2020'],
  ['other words after a handle stay', 'thanks (@ada) for all the help', 'thanks ( ada ) for all the help'],
  ['nothing but a link stays', 'https://example.org', 'https://example.org'],
])('%s', (_what, text, expected) => {
  expect(plain(text)).toBe(expected)
})

it('takes any text, and takes long ones in little time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(typeof plainText(text)).toBe('string')
    }),
  )
  for (const part of ['a-', 'a.', '@', '— a', '(@a) ', '#aB', 'http://']) {
    const start = performance.now()
    plainText(part.repeat(2_500))
    expect(performance.now() - start, part).toBeLessThan(500)
  }
})
