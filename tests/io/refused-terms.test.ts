import { describe, expect, it } from 'vitest'
import { RefusedTerms } from '../../lib/io/refused-terms'

const refuses = (text: string, encoding: BufferEncoding = 'utf8', size = 1_000_000): boolean => {
  const bytes = Buffer.from(text, encoding)
  const terms = new RefusedTerms()
  try {
    for (let at = 0; at < bytes.length; at += size) terms.look(bytes.subarray(at, at + size))
    return false
  } catch {
    return true
  }
}

describe('files with what was told off the record', () => {
  const marked = [
    'statement,access\nA thing.,off_record\nAnother.,public\n',
    'statement;access\nA thing.;"Off the record"\n',
    'statement\tterms\nA thing.\tdeep background',
    '[{"statement":"A thing.","attribution":"off-the-record"}]',
    '{"access": "deep_background"}\n',
    'claims:\n  - statement: A thing.\n    access: off_record\n',
    '<claim><access>off record</access></claim>',
  ]
  it.each(marked)('are refused: %j', (text) => {
    expect(refuses(text)).toBe(true)
    expect(refuses(text, 'utf16le')).toBe(true)
    // Wherever two pieces meet.
    for (const size of [1, 3, 7, 16]) expect(refuses(text, 'utf8', size), `${size}`).toBe(true)
  })

  it.each([
    'statement,access\n"She said it was off the record, then denied it.",public\n',
    'statement,access\nOff the record talks began.,on_record\n',
    'statement,who\nA thing.,off_record\n',
    '{"statement":"A deep background check was made","access":"public"}',
  ])('are told from those that speak of it: %j', (text) => expect(refuses(text)).toBe(false))
})
