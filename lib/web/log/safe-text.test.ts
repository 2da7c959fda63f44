import { expect, it } from 'vitest'
import { hideSecrets, safeError } from './safe-text'

it.each([
  ['No account for ada.brandt@example.org.', 'No account for [e-mail].'],
  ['GET /invite/abc-DEF_123?x=1', 'GET /invite/[token]?x=1'],
  ['GET /reset/abc', 'GET /reset/[token]'],
  ['at /setup/abc#top', 'at /setup/[token]#top'],
  ['authorization: Bearer orsecret', 'authorization: Bearer [secret]'],
  ['whsec_aGVsbG8= was sent', 'whsec_[secret] was sent'],
  ['postgresql://ledger:pass-word@db/ledger', 'postgresql://[secret]@db/ledger'],
  ['Nothing to hide.', 'Nothing to hide.'],
])('%s', (text, shown) => {
  expect(hideSecrets(text)).toBe(shown)
})

it('keeps of a failed query what failed, and not what was to be written', () => {
  const error = new Error(
    '\nInvalid `tx.claim.create()` invocation:\n{ statement: "marked" }\n\nUnique constraint failed',
  )
  error.name = 'PrismaClientKnownRequestError'
  const shown = safeError(error)
  expect(shown).toMatchObject({ type: error.name, message: 'Unique constraint failed' })
  expect(shown.stack).toMatch(/^\s+at /)
  expect(JSON.stringify(shown)).not.toContain('marked')
  error.name = 'PrismaClientValidationError'
  expect(JSON.stringify(safeError(error))).not.toContain('Unique')
})

it('says what was thrown where it is no error', () => {
  expect(safeError('a sentence')).toEqual({ type: 'string', message: 'a sentence', stack: '' })
})

it('does not show what could not be read', () => {
  const read = () => JSON.parse('marked "words" of somebody')
  expect(read).toThrow('marked')
  try {
    read()
  } catch (error) {
    expect(safeError(error).message).toContain('is not valid JSON')
    expect(JSON.stringify(safeError(error))).not.toContain('marked')
  }
})
