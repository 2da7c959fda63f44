import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isSlug, slugify } from './slug'

const TITLES: [title: string, slug: string][] = [
  ['Christopher Musto', 'christopher-musto'],
  ['Nayib Bukele’s pact: what’s known', 'nayib-bukeles-pact-whats-known'],
  ['São Tomé & Príncipe', 'sao-tome-principe'],
  ['Søren Ærø, Łódź, Straße, İstanbul, ﬁnal', 'soren-aero-lodz-strasse-istanbul-final'],
  ['  --  12 March 2025 -- ', '12-march-2025'],
  ['2025', '2025'],
  ['Владимир Путин', 'владимир-путин'],
  ['Путин (Putin)', 'putin'],
  ['東京都', '東京都'],
  ['الأمم المتحدة', 'الأمم-المتحدة'],
  ['new', 'new-1'],
  ['V', 'v-1'],
  ['', 'untitled'],
  ['!?…', 'untitled'],
  ['../../etc/passwd', 'etc-passwd'],
  ['\u202Egnp.exe\u0000', 'gnp-exe'],
  ['\uD800', 'untitled'],
]

it.each(TITLES)('makes an address of %j', (title, slug) => {
  expect(slugify(title)).toBe(slug)
})

it('cuts between words, and keeps a word that fits', () => {
  expect(slugify('a'.repeat(200))).toBe('a'.repeat(80))
  expect(slugify(`${'a'.repeat(50)} ${'b'.repeat(50)}`)).toBe('a'.repeat(50))
  expect(slugify(`${'a'.repeat(50)} ${'b'.repeat(29)} c`)).toBe(`${'a'.repeat(50)}-${'b'.repeat(29)}`)
  expect(slugify('𐐨'.repeat(100)).length).toBe(80)
  expect(slugify(`а${'𐐨'.repeat(100)}`).length).toBe(79)
})

it('gives what it takes, whatever the title', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 300 }))
  fc.assert(
    fc.property(text, (title) => {
      const slug = slugify(title)
      expect(isSlug(slug)).toBe(true)
      expect(slugify(slug)).toBe(slug)
      expect(
        new URL(`https://example.org/claims/${encodeURIComponent(slug)}`).pathname.split('/'),
      ).toHaveLength(3)
    }),
    { numRuns: 2_000 },
  )
})

it.each([
  '',
  'A',
  'a b',
  '-a',
  'a-',
  'a--b',
  'new',
  'a.json',
  '__proto__',
  'a\u0000',
  'e\u0301',
  'a'.repeat(81),
])('does not take %j', (text) => {
  expect(isSlug(text)).toBe(false)
})
