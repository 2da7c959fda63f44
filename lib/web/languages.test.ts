import { describe, expect, it } from 'vitest'
import { languageOf } from './languages'

describe('the language of a request', () => {
  it.each([
    ['ar', 'en', 'ar'],
    ['en', 'ar', 'en'],
    ['tlh', 'ar', 'ar'],
    [undefined, 'ar-EG,ar;q=0.9,en;q=0.5', 'ar'],
    [undefined, 'de,en;q=0.5,ar;q=0.4', 'en'],
    [undefined, 'en;q=0.2,ar;q=0.7', 'ar'],
    [undefined, 'de', 'en'],
    [undefined, '*', 'en'],
    [undefined, ';;;q=x,,', 'en'],
    [undefined, null, 'en'],
  ])('chosen %s, accepted %s: %s', (chosen, accepted, language) =>
    expect(languageOf(chosen, accepted)).toBe(language),
  )
})
