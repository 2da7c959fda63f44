import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STATUSES } from '@/lib/domain/sourcing/types'
import { familyOf } from '@/lib/web/cards/fonts'
import { brokenInto, fromRight, turned } from '@/lib/web/cards/lines'
import { pngOf } from '@/lib/web/cards/png'
import { type CardParts, cardSvg } from './card'

const card = (parts: Partial<CardParts>): CardParts => ({
  name: 'On Record',
  text: 'The office granted forty permits.',
  otherwise: 'A claim, and what it rests on',
  below: 'Ada Brandt · 1 May 2024',
  status: { status: 'documented', label: 'On record' },
  ...parts,
})

/** Texts that break drawings: markup, long words, other scripts, signs without a shape. */
const AWKWARD = [
  'x'.repeat(400),
  'Wide MMMM WWWW @@@@ '.repeat(40),
  '</text><script>alert(1)</script> & "quoted" \u0000\u0007 \u2028',
  'قال الوزير إن عدد التصاريح بلغ 40 تصريحًا (MS-13) في عام 2024.',
  'המשרד העניק ארבעים היתרים (2024) Office.',
  'Łódź, Đorđe, Ďábel, Ångström; Ελλάδα; Россия.',
  '東京 🗞️',
  '',
  '\u200f\u202e',
]
const SIZE = Buffer.from([0, 0, 0x04, 0xb0, 0, 0, 0x02, 0x76])

describe('a card', () => {
  it.each(AWKWARD)('is a picture of its size, whatever it says: %j', async (text) => {
    const png = Buffer.from(await pngOf(cardSvg(card({ text, below: text }))))
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    // Width and height, as the header of the file has them: 1200 by 630.
    expect(png.subarray(16, 24)).toEqual(SIZE)
  })

  it('has the word and another mark for each status', () => {
    const marks = STATUSES.map((status) =>
      cardSvg(card({ status: { status, label: `The word of ${status}` } })),
    )
    for (const [i, svg] of marks.entries()) expect(svg).toContain(`The word of ${STATUSES[i]}`)
    const drawn = marks.map((svg) => /viewBox="0 0 16 16">(.*?)<\/svg>/.exec(svg)?.[1])
    expect(new Set(drawn).size).toBe(STATUSES.length)
    expect(marks.join('')).not.toContain('var(')
  })

  it('says something else where no font has the letters', () => {
    expect(cardSvg(card({ text: '東京' }))).toContain('A claim, and what it rests on')
    expect(cardSvg(card({ text: 'Łódź' }))).not.toContain('A claim, and')
  })

  it('stands to the right where it is read from there', () => {
    expect(cardSvg(card({ text: AWKWARD[3] as string }))).toContain('text-anchor="end"')
    expect(cardSvg(card({}))).not.toContain('text-anchor="end"')
    expect([fromRight('40 قال'), fromRight('“Office” המשרד'), fromRight('')]).toEqual([true, false, false])
  })
})

describe('lines', () => {
  it('keep every word as long as there is room, and end with an ellipsis where there is not', () => {
    expect(brokenInto('one two three', 100, 3)).toEqual(['one two three'])
    expect(brokenInto('one two three', 4, 3)).toEqual(['one two', 'three'])
    expect(brokenInto('one two, three', 6, 1)).toEqual(['one two…'])
    fc.assert(
      fc.property(fc.lorem({ maxCount: 60 }), fc.integer({ min: 4, max: 40 }), (text, most) => {
        const lines = brokenInto(text, most, 1_000)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        const cut = brokenInto(text, most, 2)
        expect(cut.length).toBeLessThanOrEqual(2)
        expect(cut.join('').endsWith('…')).toBe(lines.length > 2)
      }),
    )
  })

  it('are drawn in the site’s own typefaces, or whole in one that has their letters', () => {
    expect(
      ['Forty “permits” — café', 'Łódź', 'Россия (2024)', 'قال 40', '東京', 'A 🗞️'].map((text) =>
        familyOf(text, 'serif'),
      ),
    ).toEqual(['Newsreader', 'DejaVu Sans', 'DejaVu Sans', 'DejaVu Sans', null, null])
    expect(familyOf('Ada Brandt', 'sans')).toBe('Public Sans')
  })

  it('keep their direction to themselves', () => {
    expect(turned('a\u202eb\u2066', false)).toBe('ab')
    expect(turned('MS-13 قال', true)).toBe('\u2067MS-13 قال\u2069')
  })
})
