import { describe, expect, it } from 'vitest'
import { claimInput } from '../input/claim'
import { recordOf } from './record'
import { formOfShared, sharedIn } from './shared'

const from = (given: Record<string, string>) => sharedIn((name) => given[name] ?? '')
const PAGE = { title: 'A report', url: 'https://news.example/report' }

describe('what is shared from a page elsewhere', () => {
  it.each([
    ['nothing', {}, null],
    ['an address alone', { url: PAGE.url }, { text: '', title: '', url: PAGE.url }],
    [
      'an address at the end of a text',
      { text: `They fell.\n${PAGE.url}` },
      { text: 'They fell.', title: '', url: PAGE.url },
    ],
    [
      'an address in the text, beside one of its own',
      { text: `See ${PAGE.url}`, url: 'https://b.example/' },
      { text: `See ${PAGE.url}`, title: '', url: 'https://b.example/' },
    ],
    [
      'a script for an address',
      { title: 'A', url: 'javascript:alert(1)' },
      { text: '', title: 'A', url: null },
    ],
  ])('is read: %s', (_name, given, expected) => {
    expect(from(given)).toEqual(expected)
  })

  it('begins a form with its words, and with the page as where they stand', () => {
    const form = formOfShared(from({ text: '“The dam fell in the night.”', ...PAGE }) ?? expect.fail(), null)
    expect(form).toMatchObject({
      statement: 'The dam fell in the night.',
      quote: 'The dam fell in the night.',
    })
    expect(form.appearances).toMatchObject([
      { source: { text: 'A report', make: 'web_page', url: PAGE.url } },
    ])
    const record = recordOf(form, () => 's1')
    expect(claimInput.safeParse(record.input).success).toBe(true)
  })

  it('quotes no more than a fragment, and names a page that is recorded', () => {
    const long = 'one two three four five six seven eight nine ten eleven'
    const form = formOfShared({ text: long, ...PAGE }, { id: 's', title: 'The report' })
    expect(form).toMatchObject({ statement: long, quote: '' })
    expect(form.appearances[0]?.source).toMatchObject({ id: 's', text: 'The report', make: '' })
  })
})
