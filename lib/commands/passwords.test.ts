import { dictionary } from '@zxcvbn-ts/language-common'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PASSWORD_MIN } from '../domain/input/account'
import { isGuessable } from './passwords'

describe('passwords that are tried first', () => {
  it.each([
    'password1234',
    'Password1234!',
    '123456789012',
    'abcdefghijklm',
    '9876543210987',
    'aaaaaaaaaaaa',
    'ababababababab',
    'qwertyqwerty',
    'letmeinletmein',
    'sunshine2025!!!',
    '!!!iloveyou!!!1',
    '１２３４５６７８９０１２',
  ])('%s', (password) => {
    expect([...password.normalize('NFKC')].length).toBeGreaterThanOrEqual(12)
    expect(isGuessable(password)).toBe(true)
  })

  it.each([
    ['ada@example.org', ['Ada Brandt', 'ada@example.org']],
    ['Ada Brandt 2025', ['Ada Brandt', null]],
    ['adabrandt1234', ['Ada Brandt', undefined]],
    ['editor.one99', [null, 'editor.one@example.org']],
  ] as const)('%s, of somebody of that name', (password, known) => {
    expect(isGuessable(password, known)).toBe(true)
    expect(isGuessable(password, ['Zebedee Quillfeather', 'z@example.org'])).toBe(false)
  })

  it.each([
    'a passphrase of the tests',
    'an entirely new passphrase',
    'granite otter violin lamp',
    'قطار بنفسجي فوق جبل',
    'x9$Kq2!vLm7#',
  ])('are not: %s', (password) =>
    expect(isGuessable(password, ['Ada Brandt', 'ada@example.org'])).toBe(false),
  )

  it('are all that the list has, in large and small letters and with digits behind', () => {
    const list = dictionary['passwords-common'].filter((one) => /^[a-z]{4,}$/.test(one))
    expect(dictionary['passwords-common'].length).toBeGreaterThan(10_000)
    fc.assert(
      fc.property(
        fc.constantFrom(...list),
        fc.stringMatching(/^[0-9!.?]{0,8}$/),
        fc.boolean(),
        (word, end, large) => {
          const password = `${large ? word.toUpperCase() : word}${end}`
          expect(isGuessable(password.padEnd(PASSWORD_MIN, '7'))).toBe(true)
        },
      ),
    )
  })

  it('are told of any text, however odd, without an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void isGuessable(text, [text])),
    )
  })
})
