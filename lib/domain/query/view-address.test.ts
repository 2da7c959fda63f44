import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claimQuery, HOSTILE } from '../../../tests/support/query-arbitrary'
import { firstPage } from './href'
import { parseClaimQuery } from './parse'
import { ADDRESS_MOST, readViewAddress, viewAddress } from './view-address'

describe('the address of a view that is kept', () => {
  it('is one text for a view, whatever page it is on and in whatever order it was written', () => {
    fc.assert(
      fc.property(claimQuery, fc.infiniteStream(fc.nat()), (query, random) => {
        const address = viewAddress(query)
        const pairs = [...new URLSearchParams(address)]
        const shuffled = pairs
          .map((pair) => ({ pair, at: random.next().value as number }))
          .sort((a, b) => a.at - b.at)
        const { query: again } = parseClaimQuery(new URLSearchParams(shuffled.map(({ pair }) => pair)))
        expect(viewAddress(again)).toBe(address)
      }),
    )
  })

  it('gives the view again, from its first page', () => {
    fc.assert(
      fc.property(claimQuery, (query) => {
        const read = readViewAddress(viewAddress(query))
        expect(read).toEqual({ query: firstPage(query), dropped: [] })
      }),
    )
  })

  it('reads whatever it is given, and gives a text that reads the same', () => {
    for (const text of HOSTILE) {
      const once = viewAddress(readViewAddress(`speaker=${text}&${text}=1&per=${text}`).query)
      expect(viewAddress(readViewAddress(once).query)).toBe(once)
    }
  })

  it('says what it could not use, but for the marker of a page', () => {
    const { query, dropped } = readViewAddress('status=unsourced&colour=red&after=W10.0')
    expect(viewAddress(query)).toBe('status=unsourced')
    expect(dropped.map(({ key }) => key)).toEqual(['colour'])
  })

  it('fits what is kept with twenty long values', () => {
    const slugs = Array.from({ length: 20 }, (_, i) => `${'a'.repeat(70)}-${i}`)
    const { query, dropped } = readViewAddress(
      new URLSearchParams(slugs.map((s) => ['speaker', s])).toString(),
    )
    expect(dropped).toEqual([])
    expect(viewAddress(query).length).toBeLessThan(ADDRESS_MOST)
  })
})
